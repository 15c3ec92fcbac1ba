// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// Commissioning scripts as older versions had them; use `Scripts` (MAAS: commissioning-scripts/).
public struct CommissioningScripts: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension CommissioningScripts {
    /// List the names of commissioning scripts (MAAS: `GET commissioning-scripts/`).
    public func list() async throws -> [String] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a commissioning script (MAAS: `POST commissioning-scripts/`).
    /// - Parameters:
    ///   - name: the name.
    ///   - content: the text, as a file.
    @discardableResult
    public func create(name: String? = nil, content: Data? = nil) async throws -> JSONValue {
        var params = Params()
        params.set("name", name)
        var call = APICall("POST", path, form: params, mayRetry: false)
        call.add("content", file: content)
        return try await connection.decode(call)
    }
}

extension MAASClient {
    /// Commissioning scripts by their older name: `commissioning-scripts/`. Administrators only.
    public var commissioningScripts: CommissioningScripts {
        CommissioningScripts(connection: connection, path: "commissioning-scripts/")
    }
}
