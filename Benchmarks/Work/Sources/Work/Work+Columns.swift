import Inlay

/// Values by row numbers.
extension Work {
  static let columns: [Work] = [
    gather("int32", Column(type: .int32, storage: .int32(Values((0..<count).map(Int32.init))))),
    gather("int64", Column(type: .int64, storage: .int64(Values((0..<count).map(Int64.init))))),
    gather(
      "int64 with nulls",
      Column(
        type: .int64, storage: .int64(Values((0..<count).map(Int64.init))),
        validity: Bitmap((0..<count).map { $0 % 7 != 0 }))),
    gather(
      "string", Column(type: .string, storage: .views(ViewValues((0..<count).map { "track number \($0)" })))),
    gather("boolean", Column(type: .boolean, storage: .boolean(Bitmap((0..<count).map { $0 % 3 == 0 })))),
  ]

  private static let count = 100_000

  private static func gather(_ name: String, _ column: @escaping @autoclosure @Sendable () -> Column) -> Work
  {
    Work("gather \(name)") {
      let column = column()
      // A prime step: every value once, none beside the one before it.
      let indices = Values((0..<count).map { UInt32($0 &* 48_271 % count) })
      return { column.gathered(indices).count }
    }
  }
}
