import InlayBytes
import Testing

@testable import InlayJobs

@Suite("Parameters of documents")
struct JobParametersTests {
  private static let document = """
    {"Name": "j", "DefaultArguments": {"--bucket": "shop", "--day": "1"}, "NonOverridableArguments": {"--zone": "eu"},
     "CodeGenConfigurationNodes": {
      "s": {"S3ParquetSource": {"Name": "S", "Paths": ["s3://${bucket}/${day}/${zone}/${month}"]}}}}
    """

  private func paths(_ options: [String]) throws -> JSONValue? {
    try JobDocument(parsing: Self.document, parameters: JobParameters(options)).nodes[0].members["Paths"]
  }

  @Test("A value that is given goes before the document's default, and after what cannot be given")
  func values() throws {
    #expect(try paths([]) == ["s3://shop/1/eu/${month}"])
    #expect(try paths(["day=2", "--month=x=y", "zone=us"]) == ["s3://shop/2/eu/x=y"])
    #expect(try paths(["day=${bucket}", "month="]) == ["s3://shop/${bucket}/eu/"])
  }

  @Test(
    "The console's defaults are a list, or an object",
    arguments: [
      #"[{"key": "--day", "value": "7"}]"#, #"{"--day": "7"}"#, #"[{"key": "day", "value": "7"}]"#,
    ])
  func consoleDefaults(parameters: String) throws {
    let document = try JobDocument(
      parsing: """
        {"jobConfig": {"jobParameters": \(parameters)}, "dag": {"s": {"type": "S3", "classification": "DataSource",
         "format": "csv", "paths": ["${day}.csv"]}}}
        """)
    #expect(document.nodes[0].members["Paths"] == ["7.csv"])
    #expect(document.value(in: .api).text(.compact).contains("${day}.csv"))
  }

  @Test("What has no value, and what is given for nothing, is told")
  func findings() throws {
    let document = try JobDocument(parsing: Self.document, parameters: JobParameters(["mont=3"]))
    #expect(
      document.parameterFindings.map(\.description) == [
        "warning: --arg: The document has no parameter of this name, so the value has no effect. Did you mean `month`? "
          + "Found `mont`.",
        "error: node S (s), CodeGenConfigurationNodes.s.S3ParquetSource.Paths[0]: The parameter `month` has no value; give "
          + "it one with --arg month=VALUE, or a default among the arguments of the job (--month). Found "
          + "`s3://shop/1/eu/${month}`.",
      ])
  }

  @Test(
    "Braces that are no parameter stay", arguments: ["$", "${", "${}", "${a b}", "$${", "a$b{c}", "^[${x]"])
  func plain(text: String) {
    #expect(ParameterPart.parts(of: text).map(\.text).joined() == text)
    #expect(!ParameterPart.parts(of: text).contains { if case .parameter = $0 { true } else { false } })
  }

  @Test(
    "Options of another form are refused",
    arguments: [
      ("day", "A parameter is given by --arg NAME=VALUE; found `day`."),
      ("=x", "A parameter needs a name before the equals sign; found `=x`."),
    ])
  func refusals(option: String, expected: String) {
    let error = #expect(throws: InlayError.self) { try JobParameters([option]) }
    #expect(error?.description == expected)
  }

  @Test("A parameter that is given twice is refused")
  func twice() {
    let error = #expect(throws: InlayError.self) { try JobParameters(["a=1", "--a=2"]) }
    #expect(error?.description == "A parameter is given twice; keep one --arg for `a`.")
  }
}
