import Foundation

/// A program made of commands: reads the command line, runs the command, and turns its outcome into an exit code.
public struct CommandLineTool: Sendable {
    /// As people type it.
    public let name: String
    /// What `--version` shows after the name.
    public let version: String
    /// One line for the top of the program's help.
    public let summary: String
    /// Paragraphs shown at the end of the program's help.
    public let discussion: String
    /// In the order in which the help lists them.
    public let commands: [Command]
    /// Words that people try, of commands that are called otherwise here: a refusal of the first names the second.
    public let synonyms: [String: String]

    /// A program whose commands are known; nothing is read or run yet.
    public init(
        name: String, version: String, summary: String, discussion: String = "", commands: [Command],
        synonyms: [String: String] = [:]
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.discussion = discussion
        self.commands = commands
        self.synonyms = synonyms.merging(["version": "--version"]) { given, _ in given }
    }

    /// Runs the program on the arguments of this process and ends the process.
    public func main() async -> Never {
        InterruptSignals.ignoreBrokenPipes()
        let code = await run(Array(Swift.CommandLine.arguments.dropFirst()))
        exit(StandardStream.output.hasFailed && code == .success ? ExitCode.ioError.rawValue : code.rawValue)
    }

    /// Runs the program on these arguments, the program's own name left out.
    /// - Parameters:
    ///   - output: where help and version go.
    ///   - errors: where errors go.
    public func run(
        _ arguments: [String], output: some TextWriter = StandardStream.output,
        errors: some TextWriter = StandardStream.error
    ) async -> ExitCode {
        guard let first = arguments.first else {
            errors.write(helpText)
            return .usage
        }
        let rest = Array(arguments.dropFirst())
        switch first {
        case "--help", "-h":
            output.write(helpText)
            return .success
        case "--version":
            output.write("\(name) \(version)\n")
            return .success
        case "--man-page":
            output.write(manPage)
            return .success
        case "--completion":
            guard let shell = rest.first.flatMap(CompletingShell.init(rawValue:)) else {
                errors.write("\(name): --completion: must be bash, zsh or fish\n")
                return .usage
            }
            output.write(completions(for: shell))
            return .success
        case "help":
            return help(rest.first, output: output, errors: errors)
        default:
            guard let command = command(first, errors: errors) else { return .usage }
            return await run(command, rest, output: output, errors: errors)
        }
    }

    private func run(
        _ command: Command, _ arguments: [String], output: some TextWriter, errors: some TextWriter
    ) async -> ExitCode {
        do {
            guard let values = try command.parse(arguments) else {
                output.write(command.helpText(program: name))
                return .success
            }
            return try await command.action(values)
        } catch let error as UsageError {
            errors.write("\(name) \(command.name): \(error)\nTry '\(name) \(command.name) --help'.\n")
            return .usage
        } catch let error as CommandFailure {
            errors.write("\(name): \(error)\n")
            return error.code
        } catch {
            errors.write("\(name): \(error)\n")
            return .failure
        }
    }

    private func help(_ wanted: String?, output: some TextWriter, errors: some TextWriter) -> ExitCode {
        guard let wanted else {
            output.write(helpText)
            return .success
        }
        guard let command = command(wanted, errors: errors) else { return .usage }
        output.write(command.helpText(program: name))
        return .success
    }

    private func command(_ wanted: String, errors: some TextWriter) -> Command? {
        if let found = commands.first(where: { $0.name == wanted }) { return found }
        let kind = wanted.hasPrefix("-") ? "a command comes before the flag" : "unknown command"
        let meant = synonyms[wanted] ?? Suggestion.nearest(to: wanted, among: commands.map(\.name))
        let hint = meant.map { "; did you mean '\($0)'?" } ?? ""
        errors.write("\(name): \(kind) '\(wanted)'\(hint)\nTry '\(name) --help'.\n")
        return nil
    }
}
