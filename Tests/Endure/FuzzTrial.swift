import Foundation
import ProgramTesting
import Synchronization
import TestSupport

/// Requests that follow from a seed: every operation of the table, the control endpoints, inventories, bytes that are no
/// request, and TLS that is none. The emulator answers, and after each batch shows everything that it holds.
struct FuzzTrial: Trial {
    let terms: Terms
    private static let batch = 5000
    private static let workers = 4

    func run() async throws -> [String] {
        let emulator = try terms.start("--clock", "manual")
        let house = try await FuzzHouse(emulator)
        let maker = FuzzMaker(
            seed: terms.seed, adminKey: emulator.adminKey, userKey: emulator.environment["MAAS_USER_APIKEY"] ?? "",
            known: house.known, inventory: house.inventory)
        let tally = FuzzTally()
        var next = terms.first
        let end = terms.first + terms.amount
        while next < end, tally.findings.isEmpty {
            let batch = next..<min(end, next + Self.batch)
            send(batch, maker, emulator, tally)
            if let end = emulator.end { tally.find("\(end)\nrequests \(batch), the last of them above") }
            if tally.findings.isEmpty {
                for finding in try await house.lookAround() { tally.find("after requests \(batch): \(finding)") }
            }
            next = batch.upperBound
            if next == end || (next - terms.first) % (20 * Self.batch) == 0 {
                say("fuzz: \(next - terms.first) requests, \(tally.summary), \(ProcessFigures(emulator).resident) MiB")
            }
        }
        guard tally.findings.isEmpty else { return tally.findings }
        return try await FuzzTLS(terms: terms).run(connections: max(20, terms.amount / 1000))
    }

    private func send(_ batch: Range<Int>, _ maker: FuzzMaker, _ emulator: RunningEmulator, _ tally: FuzzTally) {
        let next = Atomic<Int>(batch.lowerBound)
        let port = emulator.port
        let shows = terms.shows
        let threads = DispatchGroup()
        for _ in 0..<Self.workers {
            threads.enter()
            let thread = Thread {
                var sender = FuzzSender(port: port, tally: tally, shows: shows)
                while tally.findings.isEmpty {
                    let number = next.add(1, ordering: .relaxed).oldValue
                    guard batch.contains(number) else { break }
                    sender.send(maker.request(number))
                }
                threads.leave()
            }
            thread.stackSize = 4 << 20
            thread.start()
        }
        threads.wait()
    }
}
