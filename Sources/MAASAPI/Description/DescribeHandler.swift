import Formats
import MAASRegion

/// `describe/` and `openapi.yaml`: the API about itself, made from the operation table.
enum DescribeHandler {
    package static let resources = [
        Resource(
            "describe/", handler: "DescribeHandler", tier: .a, login: .none, isDescribed: false,
            "The description that client libraries and the command line start from.",
            [.read("Describe the API", describe)]),
        Resource(
            "openapi.yaml", handler: "OpenAPIHandler", tier: .b, login: .none, isDescribed: false,
            "The API as an OpenAPI document.", [.read("The OpenAPI document", openAPI)]),
    ]

    private static func describe(_ context: Context) throws -> Reply {
        var json = JSONWriter(.compact)
        APIDescription(OperationTable(context.version), version: context.version).write(
            origin: origin(context), into: &json)
        var reply = Reply(contentType: "application/json", body: json.bytes)
        reply.isOutsideRESTLayer = true
        return reply
    }

    private static func openAPI(_ context: Context) throws -> Reply {
        let name = try Configuration.value("maas_name", context.state)?.string ?? ""
        let document = OpenAPIDocument(table: OperationTable(context.version), version: context.version)
        var reply = Reply.text(
            document.text(origin: origin(context), name: name), contentType: "application/openapi+yaml")
        reply.isOutsideRESTLayer = true
        return reply
    }

    /// Scheme and host as the caller used them; a proxy in front says when it ended TLS.
    private static func origin(_ context: Context) -> String {
        let scheme = context.request.headers["X-Forwarded-Proto"] ?? "http"
        return "\(scheme)://\(context.request.headers["Host"] ?? "localhost:5240")"
    }
}
