// Written by script/generate-client.py; change Description/operations.json instead.

/// The VM hosts of a region (MAAS: vm-hosts/).
public struct VMHosts: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VMHosts {
    /// List VM hosts (MAAS: `GET vm-hosts/`). Gone after MAAS 3.8.
    public func list() async throws -> [VMHost] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create or discover a VM host (MAAS: `POST vm-hosts/`). Gone after MAAS 3.8.
    @discardableResult
    public func create(_ parameters: VMHostRegistration = VMHostRegistration()) async throws -> VMHost {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// What VMs are composed on: `vm-hosts/`.
    public var vmHosts: VMHosts { VMHosts(connection: connection, path: "vm-hosts/") }
}
