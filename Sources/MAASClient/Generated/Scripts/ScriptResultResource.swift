// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One run of scripts, by id (MAAS: nodes/{system_id}/results/{id}/).
public struct ScriptResultResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ScriptResultResource {
    /// Read results (MAAS: `GET nodes/{system_id}/results/{id}/`).
    /// - Parameters:
    ///   - hardwareType: what the scripts are about.
    ///   - includeOutput: with their output, base64.
    ///   - filters: names, tags and ids, parted by commas.
    public func get(hardwareType: String? = nil, includeOutput: Bool? = nil, filters: [String]? = nil) async throws
        -> ScriptSet
    {
        var params = Params()
        params.set("hardware_type", hardwareType)
        params.set("include_output", includeOutput)
        params.set("filters", joined: filters)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Let results count or not (MAAS: `PUT nodes/{system_id}/results/{id}/`).
    /// - Parameters:
    ///   - hardwareType: what the scripts are about.
    ///   - includeOutput: with their output, base64.
    ///   - filters: names, tags and ids, parted by commas.
    ///   - suppressed: whether failures are overlooked.
    @discardableResult
    public func update(
        hardwareType: String? = nil, includeOutput: Bool? = nil, filters: [String]? = nil, suppressed: Bool? = nil
    ) async throws -> ScriptSet {
        var params = Params()
        params.set("hardware_type", hardwareType)
        params.set("include_output", includeOutput)
        params.set("filters", joined: filters)
        params.set("suppressed", suppressed)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a run and its results (MAAS: `DELETE nodes/{system_id}/results/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Download the output of scripts (MAAS: `GET nodes/{system_id}/results/{id}/?op=download`).
    /// - Parameters:
    ///   - hardwareType: what the scripts are about.
    ///   - filters: names, tags and ids, parted by commas.
    ///   - output: combined, stdout, stderr, result or all.
    ///   - filetype: txt or tar.xz.
    public func download(
        hardwareType: String? = nil, filters: [String]? = nil, output: String? = nil, filetype: String? = nil
    ) async throws -> Data {
        var params = Params()
        params.set("hardware_type", hardwareType)
        params.set("filters", joined: filters)
        params.set("output", output)
        params.set("filetype", filetype)
        return try await connection.data(APICall("GET", path, op: "download", query: params))
    }
}

extension ScriptResults {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func scriptResult(_ id: Int) -> ScriptResultResource {
        ScriptResultResource(connection: connection, path: "\(path)\(id)/")
    }
}
