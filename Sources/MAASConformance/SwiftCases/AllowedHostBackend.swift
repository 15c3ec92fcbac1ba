import LXDService

/// A backend that knows only the VM host that the run may use: the service chooses by zone and pool, where others may
/// be that the user did not allow, or that MAAS cannot reach.
struct AllowedHostBackend: VMHostBackend {
    let backend: any VMHostBackend
    /// The id of the VM host.
    let hostID: Int

    var name: String { backend.name }

    func queryVMHosts(_ params: VMHostQueryParams) async throws -> [LXDHost] {
        try await backend.queryVMHosts(params).filter { $0.id == hostID }
    }

    func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM { try await backend.composeVM(params) }

    func networkStatus(of systemID: String) async throws -> VMNetworkStatus {
        try await backend.networkStatus(of: systemID)
    }

    func hosts(_ host: LXDHost, project: String) async throws -> Bool? {
        try await backend.hosts(host, project: project)
    }

    func deleteVM(_ systemID: String) async throws { try await backend.deleteVM(systemID) }
}
