import CInlayArrow
import InlayBytes
import InlayColumns

/// The memory of an exported type: what its structure points to.
@safe
final class ExportedSchema {
  // Safe: made here, given back in `deinit`, and seen by nobody else but the one who has the structure.
  private let format: UnsafeMutablePointer<CChar>
  private let name: UnsafeMutablePointer<CChar>
  private let metadata: UnsafeMutablePointer<CChar>?
  private let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>
  private let childCount: Int
  private let dictionary: UnsafeMutablePointer<ArrowSchema>?

  private init(_ format: String, name: String, metadata: [CChar]?, childCount: Int, hasDictionary: Bool) {
    unsafe self.format = Self.copy(Array(format.utf8CString))
    unsafe self.name = Self.copy(Array(name.utf8CString))
    unsafe self.metadata = metadata.map { unsafe Self.copy($0) }
    unsafe children = .allocate(capacity: Swift.max(childCount, 1))
    for index in 0..<childCount {
      unsafe children[index] = .allocate(capacity: 1)
      unsafe children[index]?.initialize(to: ArrowSchema())
    }
    self.childCount = childCount
    unsafe dictionary = hasDictionary ? .allocate(capacity: 1) : nil
    unsafe dictionary?.initialize(to: ArrowSchema())
  }

  private static func copy(_ letters: [CChar]) -> UnsafeMutablePointer<CChar> {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: letters.count)
    unsafe letters.withUnsafeBufferPointer {
      unsafe copy.initialize(from: $0.baseAddress.unsafelyUnwrapped, count: $0.count)
    }
    return unsafe copy
  }

  deinit {
    unsafe format.deallocate()
    unsafe name.deallocate()
    unsafe metadata?.deallocate()
    for index in 0..<childCount {
      if let child = unsafe children[index] {
        // What a consumer has moved away has no callback any more.
        unsafe child.pointee.release?(child)
        unsafe child.deallocate()
      }
    }
    unsafe children.deallocate()
    if let dictionary = unsafe dictionary {
      unsafe dictionary.pointee.release?(dictionary)
      unsafe dictionary.deallocate()
    }
  }

  /// Writes the type of a field; `column` tells which parts of it are in dictionary form.
  static func write(_ field: Field, _ column: Column?, to target: UnsafeMutablePointer<ArrowSchema>) {
    var base: Column?
    if case .dictionary(let values)? = column?.storage { base = values.base.column }
    let parts = base == nil ? parts(of: field.type, column) : []
    let exported = ExportedSchema(
      base == nil ? ArrowFormat.text(of: field.type) : "I", name: field.name,
      metadata: field.type == .uuid ? uuidMetadata : nil, childCount: parts.count, hasDictionary: base != nil)
    for (index, part) in parts.enumerated() {
      if let child = unsafe exported.children[index] { unsafe write(part.0, part.1, to: child) }
    }
    if let base, let dictionary = unsafe exported.dictionary {
      unsafe write(Field("", field.type), base, to: dictionary)
    }
    unsafe exported.hand(over: target, isNullable: field.isNullable)
  }

  private func hand(over target: UnsafeMutablePointer<ArrowSchema>, isNullable: Bool) {
    unsafe target.initialize(
      to: ArrowSchema(
        format: format, name: name, metadata: metadata, flags: isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0,
        n_children: Int64(childCount), children: childCount > 0 ? children : nil, dictionary: dictionary,
        release: { schema in
          guard let schema = unsafe schema, let owner = unsafe schema.pointee.private_data else { return }
          unsafe schema.pointee.release = nil
          unsafe schema.pointee.private_data = nil
          unsafe Unmanaged<ExportedSchema>.fromOpaque(owner).release()
        }, private_data: Unmanaged.passRetained(self).toOpaque()))
  }

  /// The fields within a type, with the columns that hold them.
  static func parts(of type: DataType, _ column: Column?) -> [(Field, Column?)] {
    switch (type, column?.storage) {
    case (.list(let element), .list(let lists)?): [(element, lists.elements)]
    case (.list(let element), _): [(element, nil)]
    case (.structure(let fields), .structure(let values)?): Array(zip(fields, values.columns.map { $0 }))
    case (.structure(let fields), _): fields.map { ($0, nil) }
    case (.map(let key, let value), let storage):
      if case .list(let lists)? = storage {
        [(entries(key, value), lists.elements)]
      } else {
        [(entries(key, value), nil)]
      }
    default: []
    }
  }

  private static func entries(_ key: Field, _ value: Field) -> Field {
    Field("entries", .structure([key, value]), isNullable: false)
  }

  /// One pair, which says that 16 bytes are a UUID: their numbers and lengths in 32 bits each, then the letters.
  private static let uuidMetadata: [CChar] = {
    var bytes: [UInt8] = []
    func append(_ number: Int) { unsafe withUnsafeBytes(of: Int32(number)) { unsafe bytes += Array($0) } }
    append(1)
    for text in ["ARROW:extension:name", "arrow.uuid"] {
      append(text.utf8.count)
      bytes += Array(text.utf8)
    }
    return bytes.map { CChar(bitPattern: $0) }
  }()
}
