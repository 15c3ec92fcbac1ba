import Foundation
import HTTPClient
import ProgramTesting
import TestSupport

/// Many clients at once, held against what must be true whoever comes first, and a stop with all of them under way.
struct LoadTrial: Trial {
    let terms: Terms
    private static let clients = 32

    func run() async throws -> [String] {
        var findings: [String] = []
        for (signal, share) in [(SIGTERM, 0.7), (SIGHUP, 0.15), (SIGINT, 0.15)] where findings.isEmpty {
            findings = try await run(seconds: Double(terms.amount) * share, endsBy: signal)
        }
        return findings
    }

    private func run(seconds: Double, endsBy signal: Int32) async throws -> [String] {
        let emulator = try terms.start()
        let board = LoadBoard()
        var configuration = HTTPClient.Configuration()
        configuration.transfers = 2 * Self.clients
        var api = EmulatorAPI(
            endpoint: emulator.endpoint, adminKey: emulator.adminKey,
            client: HTTPClient(configuration: configuration))
        // What the library would repeat by itself is what the stop must not lose.
        api.sendsOnlyOnce = true
        let clients = (0..<Self.clients).map { [api] number in
            LoadClient(api: api, board: board, random: terms.generator(number))
        }
        try await LoadClient.prepare(emulator.api)
        let begun = ContinuousClock.now
        var ending = Duration.zero
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in clients { group.addTask { await client.run() } }
            try await Task.sleep(for: .seconds(seconds))
            board.stops()
            let stopped = ContinuousClock.now
            emulator.program.send(signal)
            let status = emulator.program.wait()
            ending = .now - stopped
            if status != .code(0) {
                board.find("stopped by signal \(signal) it ended with \(status)\n\(emulator.errors.suffix(2000))")
            }
            try await group.waitForAll()
        }
        let passed = (.now - begun) / .seconds(1)
        let milliseconds = Int(ending / .milliseconds(1))
        // How long a short run takes to end says how busy the machine is, and what is not done by then is cut off.
        if !terms.isShort || milliseconds < 1000 { board.lost.forEach(board.find) }
        if !terms.isShort, milliseconds > 1500 { board.find("it took \(milliseconds) ms to end by signal \(signal)") }
        let figures = board.figures
        say(
            "load: \(figures.answers) answers to \(Self.clients) clients in \(Int(passed)) s, \(figures.refused) refused; "
                + "signal \(signal) ended it in \(milliseconds) ms with \(figures.underWay) requests under way, "
                + "\(figures.lost) of them unanswered")
        return board.findings
    }
}
