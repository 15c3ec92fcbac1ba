// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One commissioning script, by name (MAAS: commissioning-scripts/{name}).
public struct CommissioningScriptResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension CommissioningScriptResource {
    /// Download a script (MAAS: `GET commissioning-scripts/{name}`).
    public func get() async throws -> String {
        try await connection.text(APICall("GET", path))
    }

    /// Change a script (MAAS: `PUT commissioning-scripts/{name}`).
    /// - Parameters:
    ///   - name: the name.
    ///   - content: the text, as a file.
    public func update(name: String? = nil, content: Data? = nil) async throws {
        var params = Params()
        params.set("name", name)
        var call = APICall("PUT", path, form: params)
        call.add("content", file: content)
        try await connection.perform(call)
    }

    /// Delete a script (MAAS: `DELETE commissioning-scripts/{name}`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension CommissioningScripts {
    /// One script by its name; nothing is asked of MAAS yet.
    public func script(_ name: String) -> CommissioningScriptResource {
        CommissioningScriptResource(connection: connection, path: "\(path)\(name.percentEncoded)")
    }
}
