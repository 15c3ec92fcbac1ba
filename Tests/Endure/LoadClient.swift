import Foundation
import HTTPClient
import ProgramTesting
import TestSupport

/// One of the clients of a load: allocates, deploys and releases, composes and deletes, reserves addresses, tries to be the
/// first with a name, and reads.
actor LoadClient {
    private struct Ended: Error {}

    private let api: EmulatorAPI
    private let board: LoadBoard
    private var random: SeededGenerator
    private var machines: [String] = []
    private var composed: [String] = []
    private var addresses: [String] = []

    init(api: EmulatorAPI, board: LoadBoard, random: SeededGenerator) {
        (self.api, self.board, self.random) = (api, board, random)
    }

    /// A subnet to reserve addresses of.
    static func prepare(_ api: EmulatorAPI) async throws {
        _ = try await api.admin("POST", "subnets/", form: ["cidr": "10.98.0.0/16"])
    }

    /// Until the board says stop. `pause` milliseconds pass between two steps.
    func run(pause: Int = 0) async {
        do {
            while !board.isStopped {
                try await step()
                if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
            }
        } catch {}
    }

    private func step() async throws {
        switch random.next(below: 12) {
        case 0: try await allocate()
        case 1, 2: try await release()
        case 3: try await compose()
        case 4, 5: try await delete()
        case 6: try await reserve()
        case 7: try await giveBack()
        case 8: try await race()
        default: try await read()
        }
    }

    @discardableResult
    private func ask(_ method: String, _ path: String, _ form: [String: String]? = nil) async throws
        -> HTTPClient.Response
    {
        let begun = ContinuousClock.now
        var (answer, failure): (HTTPClient.Response?, (any Error)?)
        do { answer = try await api.admin(method, path, form: form) } catch { failure = error }
        guard board.ended("\(method) \(path)", begun: begun, answer, failure), let answer else { throw Ended() }
        return answer
    }

    private func allocate() async throws {
        let answer = try await ask("POST", "machines/?op=allocate", ["not_pod_type": "lxd"])
        guard answer.status == 200, let id = answer.object["system_id"] as? String else { return }
        board.take(id)
        machines.append(id)
        if random.chance(50) { try await ask("POST", "machines/\(id)/?op=deploy", [:]) }
    }

    private func release() async throws {
        guard let id = machines.popLast() else { return }
        board.giveBack(id)
        let answer = try await ask("POST", "machines/\(id)/?op=release", [:])
        if answer.status != 200 { board.find("release of \(id): \(answer.status) \(answer.text.prefix(200))") }
    }

    private func compose() async throws {
        let hosts = try await ask("GET", "vm-hosts/").list.filter { $0["type"] as? String == "lxd" }
            .compactMap { $0["id"] as? Int }
        let answer = try await ask(
            "POST", "vm-hosts/\(random.one(of: hosts))/?op=compose", ["cores": "1", "memory": "1024", "storage": "4"])
        guard answer.status == 200, let id = answer.object["system_id"] as? String else { return }
        board.take("new \(id)")
        composed.append(id)
    }

    private func delete() async throws {
        guard let id = composed.popLast() else { return }
        // Once it is gone its id may come again.
        board.giveBack("new \(id)")
        let answer = try await ask("DELETE", "machines/\(id)/")
        // Another client may have it allocated, and MAAS deletes it all the same.
        if answer.status != 204 { board.find("delete of \(id): \(answer.status) \(answer.text.prefix(200))") }
    }

    private func reserve() async throws {
        let answer = try await ask("POST", "ipaddresses/?op=reserve", ["subnet": "10.98.0.0/16"])
        guard answer.status == 200, let address = answer.object["ip"] as? String else { return }
        board.take(address)
        addresses.append(address)
    }

    private func giveBack() async throws {
        guard let address = addresses.popLast() else { return }
        board.giveBack(address)
        let answer = try await ask("POST", "ipaddresses/?op=release", ["ip": address])
        if answer.status != 204 { board.find("release of \(address): \(answer.status) \(answer.text.prefix(200))") }
    }

    private func race() async throws {
        let name = board.race()
        if try await ask("POST", "zones/", ["name": name]).status == 200 { board.won(name) }
    }

    private func read() async throws {
        let path = random.one(of: ["machines/", "zones/", "ipaddresses/?all=true", "events/?op=query", "vm-hosts/"])
        let list = try await ask("GET", path).list
        let ids = list.compactMap { $0["system_id"] as? String ?? ($0["id"] as? Int).map(String.init) }
        if Set(ids).count != ids.count { board.find("\(path) names something twice") }
        guard path == "vm-hosts/" else { return }
        for host in list {
            let used = (host["used"] as? [String: Any])?["memory"] as? Int ?? 0
            let total = (host["total"] as? [String: Any])?["memory"] as? Int ?? 0
            let ratio = host["memory_over_commit_ratio"] as? Double ?? 1
            if Double(used) > Double(total) * ratio {
                board.find("host \(host["id"] ?? ""): \(used) MiB used of \(total)")
            }
        }
    }
}
