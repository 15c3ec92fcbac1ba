import CommandLine
import Synchronization

enum LogFormat: String, CaseIterable, FlagReadable {
    case text, json, off
}

/// A program with every kind of flag, as the two programs declare theirs.
enum Sample {
    static let listen = Flag<String>(
        "listen", "ADDR:PORT", default: "127.0.0.1:5240", help: "address and port to listen on; port 0 takes a free one"
    )
    static let inventory = Flag<String?>("inventory", "FILE", help: "the fixture that an empty region starts from")
    static let profile = Flag<[String]>("profile", "NAME", help: "which cases to run")
    static let log = Flag<LogFormat>(
        "log", "text|json|off", default: .text, help: "one line a request on standard error")
    static let seed = Flag<Int>("seed", "N", default: 1, help: "for system ids")
    static let write = Flag<Bool>("write", help: "allow creating things")
    static let controlToken = Flag<String?>(
        "control-token-of-the-emulator", "TOKEN", help: "wanted by the control endpoints")
    static let out = Flag<String>(required: "out", "FILE", help: "where the capture goes")
    static let timeout = Flag<Double?>("timeout", "SECONDS", help: "seconds a case")

    static let serveFlags: [any AnyFlag] = [
        listen, inventory, profile, log, seed, write, controlToken, timeout,
    ]

    static func serve(_ action: @escaping Command.Action = { _ in .success }) -> Command {
        Command("serve", summary: "serve an emulated region", flags: serveFlags, action: action)
    }

    static let check = Command(
        "check", summary: "check a fixture", discussion: "Exit codes:\n   0  valid\n  65  not valid",
        operands: [Operand("FILE", help: "the fixture")],
        action: { values in throw CommandFailure(.dataError, "\(values.operands[0]): not a fixture") })

    static let capture = Command("capture", summary: "capture a region", flags: [out], action: { _ in .success })

    static let clean = Command(
        "clean", summary: "remove what runs left", operands: [Operand("RUN", help: "ids of runs", count: .any)],
        action: { _ in .success })

    static func tool(_ serve: Command = serve()) -> CommandLineTool {
        CommandLineTool(
            name: "sample", version: "1.2.3", summary: "answers like a region",
            commands: [serve, check, capture, clean])
    }
}

/// Collects what a program writes.
final class Collector: TextWriter {
    private let collected = Mutex("")
    var text: String { collected.withLock { $0 } }
    func write(_ text: String) { collected.withLock { $0 += text } }
}

struct Outcome {
    var code: ExitCode
    var output: String
    var errors: String
}

extension CommandLineTool {
    func outcome(_ arguments: String...) async -> Outcome {
        let output = Collector()
        let errors = Collector()
        let code = await run(arguments, output: output, errors: errors)
        return Outcome(code: code, output: output.text, errors: errors.text)
    }
}
