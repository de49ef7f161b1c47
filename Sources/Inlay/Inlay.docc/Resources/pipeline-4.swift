import Inlay

let albums = Table.csv("staging/albums.csv")
let artists = Table.csv("staging/artists.csv")
let tracks = Table.csv("staging/tracks.csv")

let songs = artists.joined(to: albums, on: ("id", "artist_id"))
let joined = tracks.joined(to: songs, on: ("id", "track_id"))
print(try joined.schema().fields.map(\.name))
