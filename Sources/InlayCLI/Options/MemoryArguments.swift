import ArgumentParser
import Inlay

/// How much memory a run may fill, and where what does not fit goes.
struct MemoryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The memory that the run is to stay within, such as 512MiB; rows that must be held and do not fit go to files. \
      (default: half of what the machine has)
      """, valueName: "size"))
  var memory: ByteCountArgument?

  @Option(
    help: ArgumentHelp(
      "The folder for rows that do not fit in memory; nothing is left there. (default: TMPDIR, or /var/tmp)",
      valueName: "folder"), completion: .directory)
  var spill: String?

  func validate() throws {
    if let memory, memory.count < RunLimits.leastMemory {
      throw ValidationError("--memory takes a size of at least 16MiB.")
    }
  }

  var limits: RunLimits { RunLimits(memory: memory?.count, spillFolder: spill) }
}
