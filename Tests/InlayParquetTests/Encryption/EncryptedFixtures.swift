import Foundation
import InlayBytes
import InlayColumns
import InlayParquet

/// The files of `Fixtures/encrypted/make.py`: their rows, and what opens them.
enum EncryptedFixtures {
  static let names = [
    "gcm", "gcm_v2", "ctr", "signed", "prefix", "prefix_left_out", "wrapped_gcm", "wrapped_ctr", "java_v1",
    // Its levels are not encrypted.
    "java_v2",
  ]

  static let footerKey = key("0123456789012345")
  static let wordKey = key("1234567890123450")
  static let valueKey = key("123456789012345123456789")
  static let longKey = key("01234567890123456789012345678901")

  static func key(_ text: String) -> EncryptionKey {
    guard let key = try? EncryptionKey(bytes: Array(text.utf8)) else { fatalError("no key: \(text)") }
    return key
  }

  /// The keys that the file was written with.
  static func keys(_ name: String) -> DecryptionKeys {
    switch name {
    case "ctr": DecryptionKeys(footerKey: longKey)
    case "signed": DecryptionKeys(footerKey: valueKey)
    case "prefix", "prefix_left_out": DecryptionKeys(footerKey: footerKey, aadPrefix: Array("tester".utf8))
    case "wrapped_gcm", "wrapped_ctr": DecryptionKeys(retriever: unwrapping)
    case "java_v1": DecryptionKeys(retriever: named)
    case "java_v2": DecryptionKeys(footerKey: footerKey, columnKeys: ["word": wordKey, "value": valueKey])
    default: DecryptionKeys(footerKey: footerKey)
    }
  }

  /// Knows keys by the names that are the key metadata.
  static let named = KeyRetriever { metadata in
    ["kf": footerKey, "kc1": wordKey, "kc2": valueKey][String(decoding: metadata, as: UTF8.self)]
  }

  /// Takes wrapped keys out of pyarrow's key material, as the script's `Keys` does.
  static let unwrapping = KeyRetriever { metadata in
    struct Material: Decodable { let masterKeyID, wrappedDEK: String }
    guard let material = try? JSONDecoder().decode(Material.self, from: Data(metadata)),
      let wrapped = Data(base64Encoded: material.wrappedDEK)
    else { return nil }
    return try EncryptionKey(bytes: Array(wrapped.dropFirst(material.masterKeyID.utf8.count + 1)))
  }

  static let rows: [[String?]] = [
    (0..<60).map { "\($0)" },
    (0..<60).map { $0 % 7 == 0 ? nil : "word \($0 % 6)" },
    (0..<60).map { $0 % 5 == 0 ? nil : "\(Double($0) / 8)" },
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    try TestFiles.bytes("\(TestFiles.folder)/encrypted/\(name).parquet.encrypted")
  }

  static func open(_ bytes: [UInt8], _ keys: DecryptionKeys?) throws -> ParquetFile {
    var options = ParquetReadOptions()
    options.decryption = keys
    return try ParquetFile(bytes: Values(bytes).buffer, name: "x", options: options)
  }

  /// The texts of some columns, or all.
  static func read(_ bytes: [UInt8], _ keys: DecryptionKeys?, columns: [Int]? = nil) throws -> [[String?]] {
    let source = ParquetSource(try open(bytes, keys))
    let batches = try TestFiles.read(source, columns: columns, rowLimit: 1000)
    return CellTexts.of(batches, columnCount: columns?.count ?? source.schema.count)
  }
}
