/// Where VM hosts are asked and VMs composed: the seed's mock, or a MAAS. The same service stands on both.
public protocol VMHostBackend: Sendable {
    /// `mock` or `live`, for reports.
    var name: String { get }

    /// The hosts that match (seed: QueryVMHosts).
    func queryVMHosts(_ params: VMHostQueryParams) async throws -> [LXDHost]

    /// Composes a VM with everything its spec asks for (seed: ComposeVM). When this throws, no VM is left, unless
    /// the error says so.
    func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM

    /// The network a VM has; throws when it cannot be read.
    func networkStatus(of systemID: String) async throws -> VMNetworkStatus

    /// Whether a host's VMs live in this LXD project; `nil` when there is nothing to compare with.
    func hosts(_ host: LXDHost, project: String) async throws -> Bool?

    /// Removes a VM. One that is gone already is no error.
    func deleteVM(_ systemID: String) async throws
}

extension VMHostBackend {
    /// Removes a VM that could not be finished, also when the caller was cancelled meanwhile.
    /// - Throws: `LXDError` of kind `vmCreationFailed` that names the VM, when it is still there.
    func removeUnfinished(_ systemID: String, because cause: any Error) async throws {
        // A task of its own, for a cancelled one sends nothing any more.
        let removal = Task { try await deleteVM(systemID) }
        do {
            try await removal.value
        } catch {
            throw LXDError(
                .vmCreationFailed,
                "VM \(systemID) could not be finished (\(cause)) nor removed again; it is still there",
                cause: error)
        }
    }
}
