import Inlay

let albums = Table.csv("staging/albums.csv")
let artists = Table.csv("staging/artists.csv")
let tracks = Table.csv("staging/tracks.csv")
try await tracks
  .joined(to: artists.joined(to: albums, on: ("id", "artist_id")), on: ("id", "track_id"))
  .dropping(".id", "id")
  .write(to: .parquet("datawarehouse/"))
