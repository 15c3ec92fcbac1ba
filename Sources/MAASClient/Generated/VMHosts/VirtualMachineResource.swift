// Written by script/generate-client.py; change Description/operations.json instead.

/// One VM, by its own id (MAAS: virtual-machines/{id}).
public struct VirtualMachineResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VirtualMachineResource {
    /// Read a virtual machine (MAAS: `GET virtual-machines/{id}`). Gone after MAAS 3.8.
    public func get() async throws -> VirtualMachine {
        try await connection.decode(APICall("GET", path))
    }
}

extension VirtualMachines {
    /// One VM by its id; nothing is asked of MAAS yet.
    public func virtualMachine(_ id: Int) -> VirtualMachineResource {
        VirtualMachineResource(connection: connection, path: "\(path)\(id)")
    }
}
