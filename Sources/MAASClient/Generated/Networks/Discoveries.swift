// Written by script/generate-client.py; change Description/operations.json instead.

/// Hosts that were seen in the networks (MAAS: discovery/).
public struct Discoveries: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Discoveries {
    /// List discovered hosts (MAAS: `GET discovery/`).
    public func list() async throws -> [Discovery] {
        try await connection.decode(APICall("GET", path))
    }

    /// Hosts with an unknown address (MAAS: `GET discovery/?op=by_unknown_ip`).
    public func byUnknownIP() async throws -> [Discovery] {
        try await connection.decode(APICall("GET", path, op: "by_unknown_ip"))
    }

    /// Hosts with an unknown MAC address (MAAS: `GET discovery/?op=by_unknown_mac`).
    public func byUnknownMAC() async throws -> [Discovery] {
        try await connection.decode(APICall("GET", path, op: "by_unknown_mac"))
    }

    /// Hosts with unknown addresses (MAAS: `GET discovery/?op=by_unknown_ip_and_mac`).
    public func byUnknownIPAndMAC() async throws -> [Discovery] {
        try await connection.decode(APICall("GET", path, op: "by_unknown_ip_and_mac"))
    }

    /// Forget discovered hosts (MAAS: `POST discovery/?op=clear`).
    /// - Parameters:
    ///   - mdns: forget announced names.
    ///   - neighbours: forget hosts.
    ///   - all: forget both.
    public func clear(mdns: Bool? = nil, neighbours: Bool? = nil, all: Bool? = nil) async throws {
        var params = Params()
        params.set("mdns", mdns)
        params.set("neighbours", neighbours)
        params.set("all", all)
        try await connection.perform(APICall("POST", path, op: "clear", form: params))
    }

    /// Forget a discovered host (MAAS: `POST discovery/?op=clear_by_mac_and_ip`).
    /// - Parameters:
    ///   - ip: its address.
    ///   - mac: its MAC address.
    public func clearByMACAndIP(ip: String, mac: String) async throws {
        var params = Params()
        params.set("ip", ip)
        params.set("mac", mac)
        try await connection.perform(APICall("POST", path, op: "clear_by_mac_and_ip", form: params))
    }

    /// Scan subnets (MAAS: `POST discovery/?op=scan`).
    @discardableResult
    public func scan(_ parameters: NetworkScan = NetworkScan()) async throws -> JSONValue {
        try await connection.decode(APICall("POST", path, op: "scan", form: parameters.params))
    }
}

extension MAASClient {
    /// Hosts seen in the networks: `discovery/`.
    public var discoveries: Discoveries { Discoveries(connection: connection, path: "discovery/") }
}
