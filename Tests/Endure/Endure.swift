import CommandLine

/// Ends the emulator, loads it, sends it what nobody should and holds on to it, for as long as one likes; `script/endure`
/// builds both and starts this.
@main
struct Endure {
    static func main() async {
        await CommandLineTool(
            name: "endure", version: "1", summary: "Finds out what the emulator cannot bear.",
            discussion: "Every form prints its seed and its figures, and fails with what it found.",
            commands: [
                command(
                    "kill", "kill it in the middle of writes, and hold what is left against what was answered",
                    amount: "rounds", short: 3, long: 200, KillTrial.init),
                command(
                    "load", "let 32 clients write and read, hold that against invariants, and stop it under way",
                    amount: "seconds", short: 3, long: 300, LoadTrial.init),
                command(
                    "fuzz", "send every operation, the control endpoints and TLS what they do not expect",
                    amount: "requests", short: 3000, long: 10_000_000, FuzzTrial.init),
                command(
                    "connections", "hold many connections, and be slow, greedy and malformed on others",
                    amount: "connections", short: 200, long: 2000, ConnectionTrial.init),
                command(
                    "soak", "use it steadily, and see what grows", amount: "seconds", short: 4, long: 1800,
                    SoakTrial.init),
            ]
        ).main()
    }

    private static let seed = Flag<Int?>("seed", "N", help: "the same requests again; drawn without it")
    private static let emulator = Flag<String?>("emulator", "FILE", help: "this build of maas-emulator")
    private static let isShort = Flag<Bool>("short", help: "as much as a test may cost")
    private static let first = Flag<Int>("first", "N", default: 0, help: "begin with this one")
    private static let shows = Flag<Bool>("show", help: "print each request of the fuzz and what it was answered")

    private static func command<Form: Trial>(
        _ name: String, _ summary: String, amount: String, short: Int, long: Int,
        _ make: @escaping @Sendable (Terms) -> Form
    ) -> Command {
        let amountFlag = Flag<Int?>(amount, "N", help: "\(long) without it, \(short) with --short")
        return Command(name, summary: summary, flags: [seed, emulator, isShort, first, shows, amountFlag]) { values in
            let isShort = try values[isShort]
            let terms = Terms(
                seed: try values[seed].map { UInt64(bitPattern: Int64($0)) } ?? .random(in: 0...0xFFFF_FFFF),
                amount: try values[amountFlag] ?? (isShort ? short : long), first: try values[first],
                executable: try values[emulator], isShort: isShort, shows: try values[shows])
            say("\(name): --seed \(terms.seed) --\(amount) \(terms.amount)")
            let findings = try await make(terms).run()
            for finding in findings { say("\(name) FOUND: \(finding)") }
            say("\(name): \(findings.isEmpty ? "nothing found" : "\(findings.count) found, with --seed \(terms.seed)")")
            return findings.isEmpty ? .success : .failure
        }
    }
}
