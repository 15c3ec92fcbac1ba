import Foundation
import ProgramTesting
import SQLite
import Synchronization
import TestSupport

/// The emulator killed in the middle of writes, again and again, on one database: what was answered is there, what was
/// not is there or not, and nothing is there by half.
struct KillTrial: Trial {
    let terms: Terms
    private static let writers = 8

    func run() async throws -> [String] {
        let files = try TemporaryDirectory()
        let database = files.file("region.sqlite")
        let writers = (0..<Self.writers).map { Writer(number: $0, random: terms.generator($0 + 1)) }
        var random = terms.generator(0)
        var findings: [String] = []
        for round in 0..<terms.amount where findings.isEmpty {
            let emulator = try terms.start("--database", database)
            if round == 0 { _ = try await emulator.admin("POST", "subnets/", form: ["cidr": Writer.subnet]) }
            findings += try await check(emulator.api, writers, round)
            await write(emulator, writers, answers: 1 + random.next(below: 150), &random)
            for writer in writers { findings += await writer.takeFindings() }
            if emulator.program.wait() != .signal(SIGKILL) { findings.append("round \(round): \(emulator.end ?? "")") }
            findings += try inspect(database, files, round)
        }
        let emulator = try terms.start("--database", database)
        findings += try await check(emulator.api, writers, terms.amount)
        var (answered, open) = (0, 0)
        for writer in writers {
            answered += await writer.answered
            open += await writer.leftOpen
        }
        say("kill: \(terms.amount) kills, \(answered) writes answered, \(open) cut off")
        return findings
    }

    /// Lets everybody write until so many answers have come, and a moment longer.
    private func write(
        _ emulator: RunningEmulator, _ writers: [Writer], answers: Int, _ random: inout SeededGenerator
    ) async {
        let api = emulator.api
        let moment = Duration.microseconds(random.next(below: 5000))
        let (stream, answered) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { group in
            for writer in writers {
                group.addTask { while await writer.write(api) { answered.yield() } }
            }
            var count = 0
            for await _ in stream {
                count += 1
                if count == answers { break }
            }
            try? await Task.sleep(for: moment)
            emulator.program.send(SIGKILL)
        }
    }

    /// Holds the region against what the writers know.
    private func check(_ api: EmulatorAPI, _ writers: [Writer], _ round: Int) async throws -> [String] {
        var found: [Writer.Key: Writer.Found] = [:]
        for zone in try await api.admin("GET", "zones/").list {
            found[.init(.zone, zone["name"])] = Writer.Found(zone["description"], id: zone["name"])
        }
        let machines = try await api.admin("GET", "machines/").list
        for machine in machines {
            found[.init(.machine, machine["hostname"])] = Writer.Found(machine["description"], id: machine["system_id"])
        }
        for address in try await api.admin("GET", "ipaddresses/?all=true").list {
            found[.init(.address, address["ip"])] = Writer.Found("", id: address["ip"])
        }
        var findings: [String] = []
        let hosts = try await api.admin("GET", "vm-hosts/").list
        for writer in writers {
            findings += await writer.compare(found, hosts: hosts.compactMap { $0["id"] as? Int })
        }
        // What a host says is used is what its machines take.
        for host in hosts {
            let ofHost = machines.filter { ($0["pod"] as? [String: Any])?["id"] as? Int == host["id"] as? Int }
            for (used, each) in [("cores", "cpu_count"), ("memory", "memory")] {
                let said = (host["used"] as? [String: Any])?[used] as? Int ?? -1
                let sum = ofHost.reduce(0) { $0 + ($1[each] as? Int ?? 0) }
                if said != sum {
                    findings.append("host \(host["name"] ?? ""): \(said) \(used) used, machines take \(sum)")
                }
            }
        }
        return findings.map { "before round \(round): \($0)" }
    }

    /// What SQLite itself finds in a copy of the file, as the kill left it.
    private func inspect(_ database: String, _ files: TemporaryDirectory, _ round: Int) throws -> [String] {
        let copy = files.file("copy.sqlite")
        for suffix in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: copy + suffix)
            guard FileManager.default.fileExists(atPath: database + suffix) else { continue }
            try FileManager.default.copyItem(atPath: database + suffix, toPath: copy + suffix)
        }
        let connection = try Connection(path: copy)
        let integrity: String? = try connection.scalar("PRAGMA integrity_check")
        let dangling = try connection.query("PRAGMA foreign_key_check") { _ in () }.count
        return integrity == "ok" && dangling == 0
            ? [] : ["round \(round): integrity \(integrity ?? "unknown"), \(dangling) dangling references"]
    }
}
