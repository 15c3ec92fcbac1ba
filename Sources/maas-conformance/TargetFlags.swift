import CommandLine
import Foundation
import MAASClient
import MAASConformance

/// The flags that say what is tested, the same for every command.
enum TargetFlags {
    static let target = Flag<String?>("target", "URL", help: "MAAS endpoint, or mock; MAAS_ENDPOINT without it")
    static let key = Flag<String?>(
        "key", "KEY", help: "API key of an administrator; MAAS_APIKEY or MAAS_API_KEY without it")
    static let userKey = Flag<String?>(
        "user-key", "KEY", help: "API key of a user who is no administrator; MAAS_USER_APIKEY without it")
    static let caFile = Flag<String?>("ca-file", "FILE", help: "PEM file of the authorities to trust, for https")

    static var all: [any AnyFlag] { [target, key, userKey, caFile] }

    /// The target that flags and environment name.
    /// - Throws: `UsageError` when there is none, or it cannot be one.
    static func read(_ values: ParsedValues, requestTimeout: Int = 150) throws -> Target {
        let environment = ProcessInfo.processInfo.environment
        func variable(_ names: String...) -> String? { names.compactMap { environment[$0] }.first { !$0.isEmpty } }
        guard let url = try values[target] ?? variable("MAAS_ENDPOINT") else {
            throw UsageError(flag: "target", "is needed, or MAAS_ENDPOINT in the environment")
        }
        if url == "mock" { return .mock }
        guard let apiKey = try values[key] ?? variable("MAAS_APIKEY", "MAAS_API_KEY") else {
            throw UsageError(flag: "key", "is needed, or MAAS_APIKEY in the environment")
        }
        do {
            return .maas(
                try MAASTarget(
                    url: url, key: apiKey, userKey: try values[userKey] ?? variable("MAAS_USER_APIKEY"),
                    caFile: try values[caFile], timeout: Double(requestTimeout)))
        } catch let error as MAASError {
            throw UsageError("\(error)")
        }
    }

    /// As `read`, where the mock will not do.
    static func readMAAS(_ values: ParsedValues) throws -> MAASTarget {
        guard let maas = try read(values).maas else { throw UsageError(flag: "target", "must be a MAAS, not the mock") }
        return maas
    }
}
