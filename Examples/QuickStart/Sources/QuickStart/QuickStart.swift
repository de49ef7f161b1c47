import Inlay

/// Joins three CSV files and writes the result as Parquet: `QuickStart STAGING-FOLDER TARGET-FOLDER`.
@main
struct QuickStart {
  static func main() async throws {
    let (staging, target) = (CommandLine.arguments[1], CommandLine.arguments[2])

    let albums = Table.csv("\(staging)/spotify-albums_data_2023.csv")
    let artists = Table.csv("\(staging)/spotify_artist_data_2023.csv")
    let tracks = Table.csv("\(staging)/spotify_tracks_data_2023.csv")
    let report = try await tracks
      .joined(to: artists.joined(to: albums, on: ("id", "artist_id")), on: ("id", "track_id"))
      .dropping(".id", "id")
      .write(to: .parquet("\(target)/", mode: .overwrite))

    print("\(report.rowCount) rows written to \(target)")
    print(try Table.parquet(target).schema().names.prefix(5).joined(separator: ", "))
  }
}
