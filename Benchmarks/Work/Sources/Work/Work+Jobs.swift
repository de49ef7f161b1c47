import Inlay

/// Whole jobs, from files to files.
extension Work {
  static let jobs: [Work] = [
    Work("job example") {
      let inputs = "\(Places.root)/Examples/spotify"
      var options = JobOptions()
      options.mode = .overwrite
      let locations = try LocationMap([
        "s3://inlay-example/=\(inputs)/lake/",
        "s3://inlay-example/warehouse/=\(Places.scratch("warehouse"))/",
      ])
      return { [options] in
        let job = try Job(path: "\(inputs)/spotify-etl.json", locations: locations, options: options)
        return try job.outputs.reduce(0) { sum, output in
          try sum + output.table.write(to: output.target, workers: Workers(count: 1)).report.rowCount
        }
      }
    },
    Work("job convert to typed") {
      let input = Places.scratch("typed.csv")
      let output = Places.scratch("typed.parquet")
      let columns = CSVSample.all.enumerated().map { number, sample in
        ("column\(number)", Column(type: .string, storage: .views(ViewValues(sample.texts))))
      }
      _ = try Table(columns).write(to: .csv(input, mode: .overwrite), workers: Workers(count: 1))
      var options = CSVOptions()
      options.types = .schema(
        Schema(CSVSample.all.enumerated().map { Field("column\($0)", $1.type) }))
      return { [options] in
        let table = Table.csv(input, options: options)
        return try table.write(to: .parquet(output, mode: .overwrite), workers: Workers(count: 1))
          .report.rowCount
      }
    },
  ]
}
