import MAASClient

/// VM hosts for callers of a MAAS client: ask for hosts, compose VMs (seed: client.VMHostExtension).
public struct VMHostExtension: Sendable {
    let backend: any VMHostBackend

    /// On a MAAS.
    public init(client: MAASClient) { backend = LiveBackend(client: client) }

    /// On any backend, such as the seed's mock.
    public init(backend: any VMHostBackend) { self.backend = backend }

    /// The VM hosts that match (seed: QueryVMHosts).
    /// - Throws: `LXDError` of kind `hostUnavailable`.
    public func queryVMHosts(_ params: VMHostQueryParams = VMHostQueryParams()) async throws -> [LXDHost] {
        try await LXDError.wrapping(.hostUnavailable, "failed to query VM hosts") {
            try await backend.queryVMHosts(params)
        }
    }

    /// Composes a VM (seed: ComposeVM). When this throws, no VM is left, unless the error says so.
    /// - Throws: `LXDError` of kind `invalidSpec`, `networkConfigInvalid`, `hostUnavailable` or `vmCreationFailed`.
    public func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM {
        try await LXDError.wrapping(.vmCreationFailed, "failed to compose VM") {
            try await backend.composeVM(params)
        }
    }
}
