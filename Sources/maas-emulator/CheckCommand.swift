import CommandLine
import MAASEmulator

/// `maas-emulator check FILE`: is this fixture valid, and what in it will surprise?
enum CheckCommand {
    static let command = Command(
        "check", summary: "say whether a fixture is valid, or everything that is wrong in it and where",
        discussion: """
            A valid fixture is tried: machines that are Ready are deployed and VM hosts compose, each for itself. Which cannot, and \
            why, is said on standard error; that is no failure.
            """,
        operands: [Operand("FILE", help: "the fixture")], action: run)

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let path = values.operands[0]
        let file = try InventoryFile.fixture(path)
        var options = Region.Options()
        options.inventory = file.bytes
        options.clock = .manual
        let region: Region
        do {
            region = try Region(options)
        } catch let error as FixtureError {
            throw CommandFailure(.dataError, "\(file.located(error))")
        }
        let surprises = try FixtureTrial(region).surprises()
        for surprise in surprises { StandardStream.error.write("\(path): \(surprise)\n") }
        let summary = surprises.isEmpty ? "" : ", with \(surprises.count) surprise\(surprises.count == 1 ? "" : "s")"
        StandardStream.output.write("\(path) is a valid fixture\(summary)\n")
        return .success
    }
}
