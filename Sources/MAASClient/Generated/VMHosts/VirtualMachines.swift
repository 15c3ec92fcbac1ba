// Written by script/generate-client.py; change Description/operations.json instead.

/// What MAAS knows of the VMs themselves, beside their machines (MAAS: virtual-machines/).
public struct VirtualMachines: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VirtualMachines {
    /// List virtual machines (MAAS: `GET virtual-machines/`). Gone after MAAS 3.8.
    public func list() async throws -> [VirtualMachine] {
        try await connection.decode(APICall("GET", path))
    }

    /// Record a virtual machine: MAAS fails at it (MAAS: `POST virtual-machines/`). Gone after MAAS 3.8.
    @discardableResult
    public func create() async throws -> JSONValue {
        try await connection.decode(APICall("POST", path, form: Params(), mayRetry: false))
    }
}

extension MAASClient {
    /// VMs as their hosts have them: `virtual-machines/`, which MAAS keeps out of its description.
    public var virtualMachines: VirtualMachines { VirtualMachines(connection: connection, path: "virtual-machines/") }
}
