import Foundation
import HTTPClient
import MAASClient

/// Finds out what a target is and has.
struct Probe {
    let target: MAASTarget
    let allowance: Allowance
    /// Whether the run may change something: then MAAS is asked to talk to the VM hosts before cases rely on them.
    var mayWrite = false

    /// - Throws: `TargetError` when the target cannot be reached, refuses the key, or lacks what the user named.
    func surroundings() async throws -> Surroundings {
        var found = Surroundings()
        let client = target.client()
        let user: User
        do {
            let version = try await client.version()
            guard let parsed = MAASVersion(version.version) else {
                throw TargetError("\(target.endpoint) says that its version is '\(version.version)'")
            }
            (found.version, found.fullVersion) = (parsed, version.version)
            user = try await client.whoami()
        } catch let error as MAASError {
            throw TargetError(target.redact("\(target.endpoint) cannot be tested: \(error)\(Remedy.of(error))"))
        }
        if try await answersAnybody() {
            found.hints.append(
                "the target answers without credentials ('maas-emulator serve --auth off'): cases about keys and users "
                    + "fail on it")
        }
        found.isEmulator = try await isEmulator()
        if found.isEmulator { found.movesClock = try await EmulatorClock.isNeeded(target) }
        if !found.isEmulator { found.missing[.emulator] = "the target is not the emulator" }
        if !user.isSuperuser { found.missing[.admin] = "the key is not an administrator's" }
        if target.userKey == nil {
            found.missing[.userKey] = "no key of a user who is no administrator was given (--user-key)"
        }
        found.variables.append(("user.name", .string(user.username)))
        try await probeHosts(client, &found)
        try await probeSubnet(client, &found)
        try await probeImages(client, &found)
        found.missing = found.missing.mapValues(target.redact)
        return found
    }

    /// The target's whole version.
    /// - Throws: `TargetError` when the target cannot be reached or refuses the key.
    func version() async throws -> String {
        let client = target.client()
        do {
            _ = try await client.whoami()
            return try await client.version().version
        } catch let error as MAASError {
            throw TargetError(target.redact("\(target.endpoint) cannot be tested: \(error)\(Remedy.of(error))"))
        }
    }

    /// True where requests need no key.
    private func answersAnybody() async throws -> Bool {
        do {
            return try await target.send(.init(url: target.endpoint.apiRoot + "users/?op=whoami")).status == 200
        } catch is HTTPClientError {
            return false
        }
    }

    func isEmulator() async throws -> Bool {
        let answer: HTTPClient.Response
        do {
            answer = try await target.send(.init(url: target.controlURL + "health", timeout: 10))
        } catch is HTTPClientError {
            return false
        }
        // An emulator that listens beyond loopback keeps its control endpoints to those who have its token, 401 to
        // others, but says what it is.
        if answer.status == 401 { return answer.headers["Server"]?.hasPrefix("maas-emulator/") ?? false }
        return answer.status == 200 && (try? JSON(parsing: answer.body)) != nil
    }
}
