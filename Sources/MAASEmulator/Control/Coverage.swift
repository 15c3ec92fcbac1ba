import HTTPServer
import MAASAPI

/// The operation table as a list: what the emulator serves.
struct Coverage {
    let table: OperationTable

    init(_ table: OperationTable) { self.table = table }

    var response: HTTPResponse {
        .control { json in
            json.array(of: table.resources) { json, resource in
                json.object { json in
                    json.field("path", resource.path.text)
                    json.field("handler", resource.handler)
                    json.field("tier", resource.tier.rawValue)
                    json.array("operations", of: resource.operations) { json, operation in
                        json.object { json in
                            json.field("name", "\(resource.handler).\(operation.name)")
                            json.field("method", operation.method)
                            json.field("op", operation.op)
                            json.field("about", operation.about)
                            json.field("served", operation.isServed)
                            json.field(
                                "versions",
                                [operation.versions.lowerBound.rawValue, operation.versions.upperBound.rawValue])
                        }
                    }
                }
            }
        }
    }
}
