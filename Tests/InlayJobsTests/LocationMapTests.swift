import InlayBytes
import InlayJobs
import Testing

@Suite("Locations of a document to paths of this machine")
struct LocationMapTests {
  @Test(
    "A prefix stands for its folder, and the longest one wins",
    arguments: [
      ("s3://b/staging/x.csv", "lake/staging/x.csv"),
      ("s3://b/", "lake/"),
      ("s3://b", "lake/"),
      ("s3a://b/x", "lake/x"),
      ("S3N://b/x", "lake/x"),
      ("s3://b/deep", "/deep"),
      ("s3://b/deep/", "/deep"),
      ("s3://b/deep/x", "/deep/x"),
      ("s3://b/deeper", "lake/deeper"),
      ("s3://b/one.csv", "local.csv"),
      ("s3://b//x", "lake/x"),
      ("s3://b/%2e%2e/x", "lake/%2e%2e/x"),
      ("s3://b/a..b/x", "lake/a..b/x"),
      ("relative/x.csv", "relative/x.csv"),
      ("../x.csv", "../x.csv"),
      ("/absolute/x.csv", "/absolute/x.csv"),
      ("file:///absolute/x.csv", "/absolute/x.csv"),
      ("file:/absolute/x.csv", "/absolute/x.csv"),
      ("a:b.csv", "a:b.csv"),
    ])
  func resolution(location: String, expected: String) throws {
    let map = try LocationMap(["s3://b/=lake/", "s3n://b/deep=/deep", "s3://b/one.csv=local.csv"])
    #expect(try map.resolve(location) == expected)
  }

  @Test("A prefix may hold equals signs before its last slash")
  func equalsSigns() throws {
    let map = try LocationMap(["s3://b/year=2024/=lake/year=2024/", "/data=elsewhere=1"])
    #expect(map.entries.map(\.prefix) == ["s3://b/year=2024/", "/data"])
    #expect(map.entries.map(\.path) == ["lake/year=2024/", "elsewhere=1"])
  }

  @Test(
    "What cannot be found is refused with what to do",
    arguments: [
      (
        "s3://other/x/y.csv",
        "The location lies outside this machine; say where its files are, for example with --map s3://other/=FOLDER/. "
          + "Found `s3://other/x/y.csv`."
      ),
      (
        "s3a://bc/x",
        "The location lies outside this machine; say where its files are, for example with --map s3://bc/=FOLDER/. "
          + "Found `s3a://bc/x`."
      ),
      (
        "file://host/x",
        "The location lies outside this machine; say where its files are, for example with --map file://host/=FOLDER/. "
          + "Found `file://host/x`."
      ),
      (
        "s3://b/../x",
        "A mapped location must stay within its folder; take the segment .. out of `s3://b/../x`."
      ),
      (
        "s3://b/a/..",
        "A mapped location must stay within its folder; take the segment .. out of `s3://b/a/..`."
      ),
      ("s3://b/a\0b", "A location cannot hold a NUL character: `s3://b/a\\u{0}b`"),
      ("", "The location is empty; give a path."),
    ])
  func refusals(location: String, expected: String) throws {
    let map = try LocationMap(["s3://b/=lake/"])
    let error = #expect(throws: InlayError.self) { try map.resolve(location) }
    #expect(error?.code == .invalidInput)
    #expect(error?.description == expected)
  }

  @Test(
    "An option of another form is refused",
    arguments: [
      (["s3://b/"], "A location is mapped by --map PREFIX=PATH; found `s3://b/`."),
      (
        ["=lake"],
        "Both sides of --map PREFIX=PATH need a text; write ./ for the current folder. Found `=lake`."
      ),
      (
        ["s3://b/="],
        "Both sides of --map PREFIX=PATH need a text; write ./ for the current folder. Found `s3://b/=`."
      ),
      (["s3://b/=x", "s3a://b/=y"], "A prefix is mapped twice; keep one --map for `s3://b/`."),
      (["s3://b/=x\0y"], "A path cannot hold a NUL character: `s3://b/=x\\u{0}y`"),
    ])
  func badOptions(options: [String], expected: String) {
    let error = #expect(throws: InlayError.self) { try LocationMap(options) }
    #expect(error?.code == .invalidInput)
    #expect(error?.description == expected)
  }
}
