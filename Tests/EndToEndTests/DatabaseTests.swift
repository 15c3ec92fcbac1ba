import Foundation
import ProgramTesting
import TestSupport
import Testing

/// A region in a file outlives its process, however that ends.
@Suite struct DatabaseTests {
    private let files: TemporaryDirectory
    private var database: String { files.file("region.sqlite") }

    init() throws { files = try TemporaryDirectory() }

    @Test func aComposedVMIsThereAfterAKill() async throws {
        let first = try RunningEmulator("--database", database)
        let before = try await first.hostWithRoom()
        let answer = try await first.admin(
            "POST", "vm-hosts/\(before.id)/?op=compose",
            form: ["cores": "2", "memory": "4096", "storage": "20", "hostname": "survivor"])
        #expect(first.stop(SIGKILL) == .signal(SIGKILL))
        #expect(answer.status == 200)
        let systemID = try #require(answer.object["system_id"] as? String)

        let second = try RunningEmulator("--database", database)
        let machine = try await second.admin("GET", "machines/\(systemID)/")
        #expect(machine.object["hostname"] as? String == "survivor")
        #expect((machine.object["pod"] as? [String: Any])?["id"] as? Int == before.id)
        let after = try await second.host(before.id)
        #expect(after.usedCores == before.usedCores + 2)
        #expect(after.usedMemory == before.usedMemory + 4096)
        #expect(after.usedStorage == before.usedStorage + 20e9)
        #expect(second.stop() == .code(0))
    }

    @Test func keysStayTheSame() async throws {
        let first = try RunningEmulator("--database", database)
        #expect(first.stop() == .code(0))
        let second = try RunningEmulator("--database", database)
        #expect(second.adminKey == first.adminKey)
        #expect(try await second.stillServes())
    }

    @Test func killsInTheMiddleOfComposesLeaveWholeOnes() async throws {
        for round in 0..<3 {
            let first = try RunningEmulator("--database", database, "--log", "off")
            let host = try await first.hostWithRoom().id
            let api = first.api
            let answered = await withTaskGroup(of: String?.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let answer = try? await api.admin(
                            "POST", "vm-hosts/\(host)/?op=compose",
                            form: ["cores": "1", "memory": "2048", "storage": "8", "hostname": "r\(round)n\(number)"])
                        return answer?.status == 200 ? "r\(round)n\(number)" : nil
                    }
                }
                // The kill comes with the first answers, while others are under way.
                var names: [String] = []
                if let name = await group.next() { names.append(name ?? "") }
                first.program.send(SIGKILL)
                for await name in group { names.append(name ?? "") }
                return names.filter { !$0.isEmpty }
            }
            #expect(!answered.isEmpty)
            #expect(first.program.wait() == .signal(SIGKILL))

            let second = try RunningEmulator("--database", database, "--log", "off")
            let machines = try await second.admin("GET", "machines/").list
            let names = machines.compactMap { $0["hostname"] as? String }
            for name in answered { #expect(names.contains(name)) }
            // What the host says is used is what its machines take: no half of a compose was left.
            let ofHost = machines.filter { ($0["pod"] as? [String: Any])?["id"] as? Int == host }
            let used = try await second.host(host)
            #expect(used.usedCores == ofHost.reduce(0) { $0 + ($1["cpu_count"] as? Int ?? 0) })
            #expect(used.usedMemory == ofHost.reduce(0) { $0 + ($1["memory"] as? Int ?? 0) })
            #expect(second.stop() == .code(0))
        }
    }
}
