import Dispatch
import HTTPServer
import MAASClient
import MAASEmulator
import Synchronization
import Testing

@testable import LXDService

/// A service on an emulated region, whose answers a test may change.
private final class Live: Sendable {
    typealias Tamper = @Sendable (HTTPRequest) -> HTTPResponse?

    private let server: HTTPServer
    let client: MAASClient

    init(_ tamper: @escaping Tamper = { _ in nil }) throws {
        var options = Region.Options()
        options.clock = .manual
        let region = try Region(options)
        server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { request in
            tamper(request) ?? region.respond(to: request)
        }
        client = try MAASClient(
            endpoint: "http://127.0.0.1:\(server.address.port)", apiKey: try region.apiKey(admin: true) ?? "")
    }

    deinit { server.stop() }

    var service: LXDService { LXDService(client: client) }
}

@Suite("The live backend on the emulator")
struct LiveTests {
    @Test("a host that is full by MAAS's word is passed over for the next best")
    func failover() async throws {
        let refused = Mutex<[String]>([])
        let live = try Live { request in
            let isFirst = refused.withLock { refused in
                guard request.query == "op=compose", refused.isEmpty else { return false }
                refused.append(request.path)
                return true
            }
            guard isFirst else { return nil }
            return HTTPResponse(
                status: 503, contentType: "text/plain",
                text: "Unable to compose KVM instance in 'x'. CPU overcommit ratio is 1.0")
        }
        let ranked = try await live.service.selectHosts(for: VMSpec(cores: 1, memory: 1024))
        let vm = try await live.service.composeVM(VMSpec(cores: 1, memory: 1024))
        #expect(refused.withLock { $0 } == ["/MAAS/api/2.0/vm-hosts/\(ranked[0].id)/"])
        #expect(vm.hostID == ranked[1].id)
    }

    @Test("any other refusal ends the compose, and is not tried elsewhere")
    func refusal() async throws {
        let composes = Mutex(0)
        let live = try Live { request in
            guard request.query == "op=compose" else { return nil }
            composes.withLock { $0 += 1 }
            return HTTPResponse(
                status: 503, contentType: "text/plain", text: "Unable to compose machine because: it burns")
        }
        let error = await #expect(throws: LXDError.self) {
            try await live.service.composeVM(VMSpec(cores: 1, memory: 1024))
        }
        #expect(error?.kind == .vmCreationFailed && (error?.cause as? MAASError)?.status == 503)
        #expect(composes.withLock { $0 } == 1)
    }

    @Test("a VM that can neither be finished nor removed is named in the error")
    func leftBehind() async throws {
        let live = try Live { request in
            guard request.method == "DELETE" || request.query == "op=link_subnet" else { return nil }
            return HTTPResponse(status: 500, contentType: "text/plain", text: "no")
        }
        var spec = VMSpec(cores: 1, memory: 1024, hostname: "half-done")
        spec.networkConfig = VMNetworkConfig(.dhcp)
        let error = await #expect(throws: LXDError.self) { try await live.service.composeVM(spec) }
        let left = try #require(try await live.client.machines.list(["hostname": "half-done"]).first)
        #expect(error?.kind == .vmCreationFailed && error?.message.contains(left.systemID) == true)
    }

    @Test("a caller who is cancelled while MAAS composes leaves no VM behind")
    func cancelledCompose() async throws {
        let gate = DispatchGroup()  // open once it was left
        gate.enter()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let live = try Live { request in
            if request.query == "op=compose" {
                arrived.yield()
                gate.wait()
            }
            return nil
        }
        let task = Task { try await live.service.composeVM(VMSpec(cores: 1, memory: 1024, hostname: "dropped")) }
        for await _ in arrivals { break }
        task.cancel()
        gate.leave()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await live.client.machines.list(["hostname": "dropped"]).isEmpty)
    }

    @Test("a network status that cannot be read is what was asked for, and the VM stays")
    func statusFallback() async throws {
        let composed = Mutex(false)
        let live = try Live { request in
            if request.query == "op=compose" { composed.withLock { $0 = true } }
            let isRead = request.method == "GET" && request.path.hasSuffix("/interfaces/") && composed.withLock { $0 }
            return isRead ? HTTPResponse(status: 500, contentType: "text/plain", text: "no") : nil
        }
        let vm = try await live.service.composeVM(VMSpec(cores: 1, memory: 1024))
        #expect(vm.networkStatus == VMNetworkStatus(configMethod: .dhcp))
        #expect(try await live.client.machines.machine(vm.systemID).get().hostname == vm.hostname)
    }
}
