import Formats
import MAASRegion

/// `openapi.yaml`: the operation table as an OpenAPI 3.1 document.
///
/// YAML is written by hand: every text is quoted as a JSON string, which is YAML too.
struct OpenAPIDocument {
    package let table: OperationTable
    package let version: MAASVersion

    package func text(origin: String, name: String) -> String {
        var lines = [
            "openapi: 3.1.0",
            "info:",
            "  title: MAAS HTTP API",
            "  description: \(quoted("The operations of MAAS \(version.release) that this emulator knows."))",
            "  version: 2.0.0",
            "servers:",
            "- url: \(quoted(origin + Dispatch.root))",
            "  description: \(quoted("\(name) API"))",
            "paths:",
        ]
        for resource in table.resources.filter(\.isDescribed).sorted(by: { $0.path.text < $1.path.text }) {
            let path = "/" + resource.path.text.replacing("{cidr}", with: "{id}")
            let plain = resource.operations.filter { $0.op == nil }
            if !plain.isEmpty { lines += item(path, resource, plain) }
            let byOp = Dictionary(grouping: resource.operations.filter { $0.op != nil }, by: \.name)
            for (name, operations) in byOp.sorted(by: { $0.key < $1.key }) {
                lines += item(path + "op-" + name, resource, operations)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func item(_ path: String, _ resource: Resource, _ operations: [Operation]) -> [String] {
        var lines = ["  \(quoted(path)):"]
        if !resource.path.names.isEmpty {
            lines.append("    parameters:")
            for name in resource.path.names {
                lines += [
                    "    - name: \(name == "cidr" ? "id" : name)", "      in: path", "      required: true",
                    "      schema: {type: string}",
                ]
            }
        }
        for operation in operations.sorted(by: { $0.method < $1.method }) {
            lines += body(resource, operation)
        }
        return lines
    }

    private func body(_ resource: Resource, _ operation: Operation) -> [String] {
        var lines = [
            "    \(operation.method.lowercased()):",
            "      operationId: \(resource.handler)_\(operation.name)",
            "      tags: [\(quoted(resource.handler.replacing("Handler", with: "")))]",
            "      summary: \(quoted(operation.about))",
        ]
        let isBody = operation.method == "POST" || operation.method == "PUT"
        if isBody, !operation.parameters.isEmpty {
            lines += [
                "      requestBody:", "        content:", "          multipart/form-data:", "            schema:",
                "              type: object", "              properties:",
            ]
            for parameter in operation.parameters {
                lines += [
                    "                \(quoted(parameter.name)):",
                    "                  type: string", "                  description: \(quoted(parameter.about))",
                ]
            }
        } else if !operation.parameters.isEmpty {
            lines.append("      parameters:")
            for parameter in operation.parameters {
                lines += [
                    "      - name: \(quoted(parameter.name))", "        in: query",
                    "        description: \(quoted(parameter.about))", "        schema: {type: string}",
                ]
            }
        }
        lines += ["      responses:", "        default:", "          description: \(quoted(answer(operation)))"]
        return lines
    }

    private func answer(_ operation: Operation) -> String {
        operation.isServed ? "As MAAS answers" : "501: not emulated"
    }

    private func quoted(_ text: String) -> String {
        var json = JSONWriter(.compact)
        json.value(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
