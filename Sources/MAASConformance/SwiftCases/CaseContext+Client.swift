import MAASClient

/// What cases of the client layer need besides a client.
extension CaseContext {
    /// A client with the key of a user who is no administrator, whose exchanges show in the reports.
    /// - Throws: when no such key was given: the case is skipped.
    func userClient() throws -> MAASClient {
        guard let key = try maas().userKey else { throw CaseSkipped(reason: "no key of a user was given") }
        return try client(key)
    }

    /// A MAC address that nothing but this case has.
    /// - Parameter index: 1 to 7.
    func mac(_ index: Int = 1) -> String { generated("mac", index) }

    /// The first three octets of an IPv4 /24 that nothing but this case has.
    /// - Parameter index: 1 to 7.
    func network(_ index: Int = 1) -> String { generated("net", index) }

    private func generated(_ kind: String, _ index: Int) -> String {
        let variables = Variables(
            prefix: prefix, number: number, runNumber: runNumber, networks: surroundings.testNetworks)
        return variables["\(kind):\(index)"]?.plain ?? ""
    }

    /// Notes when MAAS does what it must refuse, or refuses it otherwise.
    /// - Parameters:
    ///   - what: names the call in the report.
    ///   - statuses: those of the refusal.
    ///   - call: what is refused.
    func expectRefusal<Answer>(_ what: String, _ statuses: Int..., by call: () async throws -> Answer) async throws {
        do {
            _ = try await call()
            fail("\(what): not refused")
        } catch let error as MAASError {
            guard let status = error.status else { throw error }
            expect(statuses.contains(status), "\(what): \(error), expected \(statuses)")
        }
    }
}
