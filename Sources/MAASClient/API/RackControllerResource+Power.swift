extension RackControllerResource {
    /// Asks the power driver: `on`, `off`, `unknown` or `error`.
    public func queryPowerState() async throws -> PowerState {
        try await connection.decode(APICall("GET", path, op: "query_power_state"), as: PowerStateAnswer.self).state
    }
}
