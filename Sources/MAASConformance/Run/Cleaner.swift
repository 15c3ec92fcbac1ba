import Foundation
import MAASClient

/// Removes what runs have left on a target, by the prefix of its name.
public struct Cleaner: Sendable {
    /// What a cleaning came to.
    public struct Result: Sendable {
        /// What was removed, as `machine maasct-abc123-1-vm`.
        public var removed: [String] = []
        /// What is left, with the reason; what could not be listed too.
        public var problems: [String] = []
    }

    let maas: MAASTarget

    /// Cleans with the target's administrator key.
    public init(maas: MAASTarget) { self.maas = maas }

    /// One kind of object: where it is listed, which field carries the prefix, and where one is removed.
    private struct Kind {
        let name: String
        let list: String
        var op: String?
        let field: String
        /// A path to a second field that may carry the prefix, where the first is of MAAS's making.
        var container: String?
        /// With `{field}`s of the object in it.
        let item: String
        /// What parts the field's words, any of which may carry the prefix.
        var separators = ""
        /// Whether only administrators may see them: nobody else has made any.
        var isForAdministrators = false

        /// What the object is called when it is one of the run's, else `nil`.
        func name(of object: JSON, prefix: String) -> String? {
            let own = object[field]?.text ?? ""
            let group = container.flatMap { object.at($0)?.text } ?? ""
            let labels = own.split { separators.contains($0) }.map(String.init)
            return (labels + [group]).contains { $0.hasPrefix(prefix) } ? own : nil
        }
    }

    /// In an order in which nothing that goes is still needed by what goes later.
    private static let kinds: [Kind] = [
        Kind(
            name: "machine", list: "machines/", field: "hostname", container: "pool.name",
            item: "machines/{system_id}/"),
        Kind(name: "device", list: "devices/", field: "hostname", item: "devices/{system_id}/"),
        Kind(name: "VM host", list: "vm-hosts/", field: "name", item: "vm-hosts/{id}/"),
        Kind(name: "tag", list: "tags/", field: "name", item: "tags/{name}/"),
        Kind(name: "DNS resource", list: "dnsresources/", field: "fqdn", item: "dnsresources/{id}/", separators: "."),
        Kind(name: "domain", list: "domains/", field: "name", item: "domains/{id}/"),
        Kind(name: "reserved IP", list: "reservedips/", field: "comment", item: "reservedips/{id}/"),
        Kind(name: "IP range", list: "ipranges/", field: "comment", item: "ipranges/{id}/"),
        Kind(name: "subnet", list: "subnets/", field: "name", item: "subnets/{id}/"),
        Kind(name: "fabric", list: "fabrics/", field: "name", item: "fabrics/{id}/"),
        Kind(name: "space", list: "spaces/", field: "name", item: "spaces/{id}/"),
        Kind(name: "resource pool", list: "resourcepools/", field: "name", item: "resourcepool/{id}/"),
        Kind(name: "zone", list: "zones/", field: "name", item: "zones/{name}/"),
        Kind(name: "group of users", list: "groups/", field: "name", item: "groups/{id}/"),
        Kind(name: "user", list: "users/", field: "username", item: "users/{username}/"),
        Kind(
            name: "package repository", list: "package-repositories/", field: "name",
            item: "package-repositories/{id}/"),
        Kind(name: "DHCP snippet", list: "dhcp-snippets/", field: "name", item: "dhcp-snippets/{id}/"),
        Kind(name: "notification", list: "notifications/", field: "message", item: "notifications/{id}/"),
        Kind(
            name: "API key", list: "account/", op: "list_authorisation_tokens", field: "name", item: "account/"),
        Kind(name: "script", list: "scripts/", field: "name", item: "scripts/{name}"),
        Kind(name: "image", list: "boot-resources/", field: "name", item: "boot-resources/{id}/"),
        Kind(
            name: "source of images", list: "boot-sources/", field: "url", item: "boot-sources/{id}/", separators: "/",
            isForAdministrators: true),
        Kind(
            name: "SSH key", list: "account/prefs/sshkeys/", field: "key", item: "account/prefs/sshkeys/{id}/",
            separators: " "),
        Kind(name: "file", list: "files/", field: "filename", item: "files/{filename}/"),
    ]

    /// Removes everything whose name begins with the prefix.
    /// - Throws: `CancellationError`, and nothing else: what cannot be removed is among the result's problems.
    public func clean(prefix: String) async throws -> Result {
        var result = Result()
        for kind in Self.kinds {
            // What cannot be asked at all is said once.
            guard try await clean(kind, prefix, &result) else { break }
        }
        return result
    }

    /// Removes what the run with this id left.
    /// - Throws: as `clean(prefix:)`.
    public func clean(runID: String) async throws -> Result { try await clean(prefix: RunOptions.prefix(runID: runID)) }

    /// - Returns: whether the next kind can be asked for.
    private func clean(_ kind: Kind, _ prefix: String, _ result: inout Result) async throws -> Bool {
        let client = maas.client()
        let objects: [JSON]
        do {
            let answer = try await client.send(APICall("GET", kind.list, op: kind.op))
            objects = try JSON(parsing: answer.body).elements ?? []
        } catch let error as MAASError where [400, 404, 410, 501].contains(error.status) {
            return true  // this version of MAAS has no such objects
        } catch let error as MAASError where error.status == 403 && kind.isForAdministrators {
            return true
        } catch is CancellationError {
            throw CancellationError()
        } catch let error as MAASError {
            result.problems.append(maas.redact("\(kind.list) cannot be listed: \(error)\(Remedy.of(error))"))
            if case .unreachable = error { return false }
            return error.status != 401
        } catch {
            result.problems.append(maas.redact("\(kind.list) cannot be listed: \(error)"))
            return true
        }
        for object in objects {
            guard let name = kind.name(of: object, prefix: prefix) else { continue }
            do {
                try await remove(kind, object, client)
                result.removed.append("\(kind.name) \(name)")
            } catch let error as MAASError where error.isNotFound {
                continue
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                result.problems.append(maas.redact("\(kind.name) \(name): \(error)"))
            }
        }
        return true
    }

    private func remove(_ kind: Kind, _ object: JSON, _ client: MAASClient) async throws {
        if kind.name == "API key" {
            // `consumer:key:secret`; the second part names the token.
            let parts = (object["token"]?.text ?? "").split(separator: ":").map(String.init)
            guard parts.count == 3 else { return }
            let form: Params = ["token_key": parts[1]]
            _ = try await client.send(APICall("POST", kind.item, op: "delete_authorisation_token", form: form))
            return
        }
        var path = kind.item
        for member in object.members ?? [] {
            path = path.replacingOccurrences(of: "{\(member.key)}", with: member.value.plain.percentEncoded)
        }
        if kind.name == "machine", object["locked"]?.truth == true {
            _ = try await client.send(APICall("POST", path, op: "unlock", form: [:]))
        }
        let query: Params = kind.name == "VM host" ? ["decompose": true] : [:]
        _ = try await client.send(APICall("DELETE", path, query: query))
    }
}
