import Inlay

/// CSV: where fields begin and end, and what their texts mean.
extension Work {
  static let csv: [Work] =
    [scan("csv scan plain", quoted: false), scan("csv scan quoted", quoted: true)]
    + CSVSample.all.map(parse) + [inference]

  /// Finds the fields of a file without making values of them.
  private static func scan(_ name: String, quoted: Bool) -> Work {
    Work(name) {
      let text = { (index: Int) in quoted ? "track, \"number\" \(index)" : "track number \(index)" }
      let values = Column(type: .string, storage: .views(ViewValues((0..<CSVSample.rowCount).map(text))))
      let path = Places.scratch("scan-\(quoted).csv")
      let table = Table([("first", values), ("second", values), ("third", values)])
      _ = try table.write(to: .csv(path, mode: .overwrite), workers: Workers(count: 1))
      return { try Table.csv(path).selecting([]).countOnOneThread() }
    }
  }

  /// Makes values of one type.
  private static func parse(_ sample: CSVSample) -> Work {
    Work("csv parse \(sample.type)") {
      let path = Places.scratch("parse.csv")
      let values = Column(type: .string, storage: .views(ViewValues(sample.texts)))
      _ = try Table([("value", values)]).write(to: .csv(path, mode: .overwrite), workers: Workers(count: 1))
      var options = CSVOptions()
      options.types = .schema(Schema([Field("value", sample.type)]))
      return { [options] in try Table.csv(path, options: options).countOnOneThread() }
    }
  }

  /// Finds types out from the values.
  private static let inference = Work("csv infer types") {
    let path = Places.scratch("infer.csv")
    let columns = CSVSample.all.enumerated().map { number, sample in
      ("column\(number)", Column(type: .string, storage: .views(ViewValues(sample.texts))))
    }
    _ = try Table(columns).write(to: .csv(path, mode: .overwrite), workers: Workers(count: 1))
    var options = CSVOptions()
    options.types = .inferred(decimals: false)
    return { [options] in try CSVSource(path: path, options: options, workers: Workers(count: 1)).schema.count
    }
  }
}
