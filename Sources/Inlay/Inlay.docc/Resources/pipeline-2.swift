import Inlay

let albums = Table.csv("staging/albums.csv")
let artists = Table.csv("staging/artists.csv")
let tracks = Table.csv("staging/tracks.csv")

print(tracks)
for table in [albums, artists, tracks] {
  print(try table.schema().fields.map(\.name))
}
