import Inlay

let albums = Table.csv("staging/albums.csv")
let artists = Table.csv("staging/artists.csv")
let tracks = Table.csv("staging/tracks.csv")

let songs = artists.joined(to: albums, on: ("id", "artist_id"))
let joined = tracks.joined(to: songs, on: ("id", "track_id"))
let warehouse = joined.dropping(".id", "id")

let target = Table.Target.parquet("datawarehouse/", mode: .overwrite)
let report = try await warehouse.write(to: target)
print(report.rowCount, "rows in", report.elapsedSeconds, "s")
