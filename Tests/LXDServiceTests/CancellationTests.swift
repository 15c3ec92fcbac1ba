import LXDService
import Synchronization
import Testing

/// The mock, on which a network status is never had because its reader was cancelled.
private final class CancelledStatus: VMHostBackend {
    let name = "cancelled"
    private let mock = MockBackend()
    private let removed = Mutex<[String]>([])
    private let removalFails: Bool

    struct Stuck: Error {}

    init(removalFails: Bool = false) { self.removalFails = removalFails }

    var deleted: [String] { removed.withLock { $0 } }

    func queryVMHosts(_ params: VMHostQueryParams) async throws -> [LXDHost] { try await mock.queryVMHosts(params) }
    func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM { try await mock.composeVM(params) }
    func networkStatus(of systemID: String) async throws -> VMNetworkStatus { throw CancellationError() }
    func hosts(_ host: LXDHost, project: String) async throws -> Bool? { nil }

    func deleteVM(_ systemID: String) async throws {
        if removalFails { throw Stuck() }
        removed.withLock { $0.append(systemID) }
    }
}

@Suite("A caller who was cancelled")
struct CancellationTests {
    @Test("learns that he was, and leaves no VM behind whose name nobody knows")
    func removed() async {
        let backend = CancelledStatus()
        await #expect(throws: CancellationError.self) {
            try await LXDService(backend: backend).composeVM(VMSpec(cores: 1, memory: 1024))
        }
        #expect(backend.deleted == ["vm-mock-host-1-001"])
    }

    @Test("is told which VM is left, when it cannot be removed")
    func left() async {
        let service = LXDService(backend: CancelledStatus(removalFails: true))
        let error = await #expect(throws: LXDError.self) { try await service.composeVM(VMSpec(cores: 1, memory: 1024)) }
        #expect(error?.kind == .vmCreationFailed && error?.message.contains("vm-mock-host-1-001") == true)
        #expect(error?.cause is CancelledStatus.Stuck)
    }

    @Test("gets no error of the service's in place of the cancellation")
    func unwrapped() async {
        let service = LXDService(backend: CancelledStatus())
        await #expect(throws: CancellationError.self) { try await service.networkStatus(of: "abc123") }
    }
}

@Suite("Errors of the service")
struct LXDErrorTests {
    @Test("say what happened, also as a localizedDescription")
    func texts() {
        let error: any Error = LXDError(.hostUnavailable, "there is no VM host 3", cause: CancelledStatus.Stuck())
        #expect(error.localizedDescription == "hostUnavailable: there is no VM host 3: Stuck()")
    }
}
