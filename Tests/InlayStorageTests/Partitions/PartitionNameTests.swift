import InlayStorage
import Testing

@Suite("Names of partitions")
struct PartitionNameTests {
  @Test(
    "A value becomes a name as Spark writes it",
    arguments: [
      ("2020-09-25", "k=2020-09-25"), ("a b", "k=a b"), ("ü→", "k=ü→"), ("a=b", "k=a%3Db"),
      ("50%", "k=50%25"), ("a:b?c*d", "k=a%3Ab%3Fc%2Ad"), ("{[^]}", "k=%7B%5B%5E%5D}"),
      ("\"'#\\", "k=%22%27%23%5C"), ("\u{01}\t\u{1F}\u{7F}", "k=%01%09%1F%7F"), ("~<>|", "k=~<>|"),
    ])
  func spark(value: String, name: String) {
    #expect(PartitionName(key: "k", value: value).folder == name)
  }

  @Test("No name leads out of its folder or hides")
  func containment() {
    for value in ["..", ".", "/", "../../etc", "a/b", "\0", "/etc/passwd", "", "."] {
      for key in ["k", "..", "/", ".hidden", "_k", "a/b", "\0", "k=v"] {
        let name = PartitionName(key: key, value: value).folder
        #expect(!name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0))
        #expect(!name.hasPrefix(".") && name.contains("="))
      }
    }
  }

  @Test("A name is read back as it was written")
  func roundTrip() {
    let texts = [
      "x", "..", "a/b", "%41", "%", "100%", "\0", "=", "ü", "\u{7F}", "__HIVE_DEFAULT_PARTITION__", "+",
    ]
    for key in texts {
      for value in texts {
        let name = PartitionName(key: key, value: value)
        #expect(PartitionName(folder: name.folder) == name)
      }
    }
  }

  @Test("Null and the empty text have one name, which is read as null")
  func null() {
    #expect(PartitionName(key: "k", value: nil).folder == "k=__HIVE_DEFAULT_PARTITION__")
    #expect(PartitionName(key: "k", value: "").folder == "k=__HIVE_DEFAULT_PARTITION__")
    #expect(PartitionName(folder: "k=__HIVE_DEFAULT_PARTITION__") == PartitionName(key: "k", value: nil))
    #expect(PartitionName(folder: "k=") == PartitionName(key: "k", value: ""))
  }

  @Test("What is not encoded as UTF-8, or not encoded at all, stands for itself")
  func foreign() {
    #expect(PartitionName(folder: "k=%2")?.value == "%2")
    #expect(PartitionName(folder: "k=%zz%41")?.value == "%zzA")
    #expect(PartitionName(folder: "k=%FF")?.value == "%FF")
    #expect(PartitionName(folder: "k=%C3%BC")?.value == "ü")
    #expect(PartitionName(folder: "a=b=c") == PartitionName(key: "a", value: "b=c"))
    #expect(PartitionName(folder: "=x") == nil)
    #expect(PartitionName(folder: "plain") == nil)
  }
}
