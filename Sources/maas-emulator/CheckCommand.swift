import CommandLine
import MAASEmulator

/// `maas-emulator check FILE`: is this fixture valid?
enum CheckCommand {
    static let command = Command(
        "check", summary: "say whether a fixture is valid, or what is wrong in it and where",
        operands: [Operand("FILE", help: "the fixture")], action: run)

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let path = values.operands[0]
        var options = Region.Options()
        options.inventory = try InventoryFile.read(path)
        do {
            _ = try Region(options)
        } catch var error as FixtureError {
            error.file = path
            throw CommandFailure(.dataError, "\(error)")
        }
        StandardStream.output.write("\(path) is a valid fixture\n")
        return .success
    }
}
