import CGnuTLS
import Formats
import MAASRegion

/// The description of the API that `describe/` answers, and its hash (MAAS: `api/doc.py`).
///
/// The `maas` command line and python-libmaas make their commands and classes from it.
package struct APIDescription {
    package let table: OperationTable
    package let version: MAASVersion

    package init(_ table: OperationTable, version: MAASVersion) {
        self.table = table
        self.version = version
    }

    private var described: [Resource] {
        table.resources.filter(\.isDescribed).sorted { $0.handler < $1.handler }
    }

    /// SHA-1 over every operation's path, method and op: the same for one version, another when the API differs.
    package var hash: String {
        let rows = described.flatMap { resource in
            resource.operations.map { "\(resource.path.text) \($0.method) \($0.op ?? "")" }
        }
        let text = Array(([version.release] + rows.sorted()).joined(separator: "\n").utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        gnutls_hash_fast(GNUTLS_DIG_SHA1, text, text.count, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The whole description. `origin` is the scheme and host under which the caller reached the API.
    package func write(origin: String, into json: inout JSONWriter) {
        let anonymous = described.compactMap { handler($0, anonymous: true) }
        let authenticated = described.compactMap { handler($0, anonymous: false) }
        json.object { json in
            json.field("doc", "MAAS API")
            json.field("hash", hash)
            json.array("handlers", of: anonymous + authenticated) { $1.write(origin, into: &$0) }
            json.array("resources", of: described) { json, resource in
                json.object { json in
                    json.field("name", resource.handler)
                    json.key("anon")
                    if let anon = handler(resource, anonymous: true) {
                        anon.write(origin, into: &json)
                    } else {
                        json.null()
                    }
                    json.key("auth")
                    if let auth = handler(resource, anonymous: false) {
                        auth.write(origin, into: &json)
                    } else {
                        json.null()
                    }
                }
            }
        }
    }

    /// One of the two handlers of a resource; `nil` when there is none for callers of that kind.
    private func handler(_ resource: Resource, anonymous: Bool) -> HandlerDescription? {
        let path = Dispatch.root + resource.path.text.replacing("{cidr}", with: "{id}")
        if resource.login == .none {
            guard anonymous else { return nil }
            return HandlerDescription(
                name: resource.handler, about: resource.about, path: path, operations: resource.operations)
        }
        guard anonymous else {
            return HandlerDescription(
                name: resource.handler, about: resource.about, path: path, operations: resource.operations)
        }
        guard let operations = resource.anonymous, !operations.isEmpty else { return nil }
        // Devices and controllers share the anonymous handler of nodes, under its path.
        let own = ["MachinesHandler": "AnonMachinesHandler", "FilesHandler": "AnonFilesHandler"][resource.handler]
        return HandlerDescription(
            name: own ?? "AnonNodesHandler", about: "Anonymous access to \(resource.handler).",
            path: own == nil ? Dispatch.root + "nodes/" : path, operations: operations)
    }
}

/// One handler as `describe/` shows it.
private struct HandlerDescription {
    let name: String
    let about: String
    let path: String
    let operations: [Operation]

    private var parameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    func write(_ origin: String, into json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("doc", about)
            json.field("path", path)
            json.field("params", parameters)
            json.field("uri", origin + path)
            json.array("actions", of: operations.sorted { $0.name < $1.name }) { json, operation in
                json.object { json in
                    json.field("name", operation.name)
                    json.field("method", operation.method)
                    json.field("op", operation.op)
                    json.field("restful", operation.op == nil)
                    json.field("doc", operation.documentation)
                }
            }
        }
    }
}

extension Operation {
    /// What `doc.py`'s `_describe_actions` makes of an operation's comment: its title and a paragraph a parameter.
    ///
    /// The `maas` command takes `key=value` arguments only for actions that have `:param` here.
    ///
    /// What is not emulated takes any, so that its 501 is what the caller sees.
    var documentation: String {
        let named =
            isServed || method == "DELETE" ? parameters : [Parameter(name: "KEY", about: "any; the answer is 501")]
        return about + named.map { "\n\n:param \($0.name): \($0.about)" }.joined()
    }
}
