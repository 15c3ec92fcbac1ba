import Addresses
import Formats
import MAASRegion
import SQLite

/// `events/`: what happened to nodes (`maas/50-inventory.md`, MAAS's `api/events.py`).
enum EventsHandler {
    package static let resources = [
        Resource(
            "events/", handler: "EventsHandler", tier: .a, "Retrieve filtered node events.",
            [
                .get(
                    "query", "Events of nodes, newest first",
                    parameters: [
                        "hostname": "host name", "mac_address": "MAC address", "id": "system id", "zone": "zone",
                        "agent_name": "agent name", "domain": "domain", "owner": "user", "level": "INFO and so on",
                        "limit": "how many, 100", "before": "older than this id", "after": "newer than this id",
                    ], query)
            ])
    ]

    private static let standardLimit = 100
    private static let greatestLimit = 1000
    /// What the links to the next and the previous page repeat.
    private static let repeated: Set = [
        "agent_name", "domain", "hostname", "id", "level", "limit", "mac_address", "op", "zone", "owner",
    ]

    private static func query(_ context: Context) throws -> Reply {
        let parameters = context.query
        let after = try integer(parameters, "after")
        let before = try integer(parameters, "before")
        var limit = try integer(parameters, "limit") ?? standardLimit
        if limit > greatestLimit {
            throw Refusal.invalid("Requested number of events \(limit) is greater than limit: \(greatestLimit)")
        }
        limit = max(1, limit)
        let (conditions, arguments) = try filters(context)
        if after != nil, before != nil {
            throw Refusal.invalid(
                "There is undetermined behaviour when both `after` and `before` are specified.")
        }
        var paging = "ORDER BY events.id DESC"
        var bounds: [(any SQLBindable)?] = []
        if let before {
            paging = "AND events.id < ? " + paging
            bounds = [before]
        } else if let after {
            paging = "AND events.id > ? ORDER BY events.id"
            bounds = [after]
        }
        var events = try context.db.query(
            "SELECT events.* FROM events JOIN nodes ON nodes.id = events.node_id WHERE \(conditions) \(paging) LIMIT ?",
            arguments: arguments + bounds + [limit], row: Event.init)
        if after != nil { events.reverse() }
        return answer(events, after, before, context)
    }

    private static func integer(_ parameters: Parameters, _ name: String) throws -> Int? {
        guard let text = parameters[name], !text.isEmpty else { return nil }
        guard let number = Int(text.strippedOfBlanks) else {
            throw Refusal.invalid("Invalid \(name): Please enter an integer value")
        }
        return number
    }

    private static func filters(_ context: Context) throws -> (String, [(any SQLBindable)?]) {
        let parameters = context.query
        var conditions = ["node_type <> 1"]
        var arguments: [(any SQLBindable)?] = []
        let columns: [(name: String, sql: String)] = [
            ("hostname", "nodes.hostname IN @"), ("id", "nodes.system_id IN @"),
            ("domain", "nodes.domain_id IN (SELECT id FROM domains WHERE name IN @)"),
            ("zone", "nodes.zone_id IN (SELECT id FROM zones WHERE name IN @)"),
            ("mac_address", "nodes.id IN (SELECT node_id FROM interfaces WHERE mac_address IN @)"),
            ("agent_name", "nodes.agent_name IN @"), ("owner", "events.username IN @"),
        ]
        for column in columns {
            let values = parameters.all(column.name)
            guard !values.isEmpty else { continue }
            if column.name == "mac_address" {
                let invalid = values.filter { !MACAddress.isAccepted($0, fromStart: true) }
                guard invalid.isEmpty else {
                    throw Refusal.invalid("Invalid MAC address(es): \(invalid.joined(separator: ", "))")
                }
            }
            let list = "(" + repeatElement("?", count: values.count).joined(separator: ", ") + ")"
            conditions.append(column.sql.replacing("@", with: list))
            arguments += values
        }
        let caller = try context.caller()
        if !caller.isSuperuser {
            conditions.append("((nodes.owner_id IS NULL AND node_type = 0) OR nodes.owner_id = ?)")
            arguments.append(caller.id)
        }
        let name = parameters["level"] ?? "INFO"
        guard let level = Event.Level.allCases.first(where: { $0.label == name }) else {
            throw Refusal.invalid("Unrecognised log level: \(name)")
        }
        conditions.append(level == .audit ? "level = ?" : "level >= ?")
        arguments.append(level.rawValue)
        return (conditions.joined(separator: " AND "), arguments)
    }

    private static func answer(_ events: [Event], _ after: Int?, _ before: Int?, _ context: Context) -> Reply {
        let next = events.first.map { $0.id } ?? before.map { $0 - 1 }
        let previous = events.last.map { $0.id } ?? after.map { $0 + 1 }
        return Reply.json { json in
            json.object { json in
                json.field("count", events.count)
                json.array("events", of: events) { $1.write(into: &$0) }
                json.field("next_uri", link(context, next.map { ("after", $0) }))
                json.field("prev_uri", previous.map { link(context, ("before", $0)) })
            }
        }
    }

    private static func link(_ context: Context, _ bound: (String, Int)?) -> String {
        var pairs = [("op", "query")]
        // Of a name that is repeated MAAS keeps the last value.
        for name in context.query.names where repeated.contains(name) && name != "op" {
            pairs.append((name, context.query[name] ?? ""))
        }
        if let bound { pairs.append((bound.0, String(bound.1))) }
        let text = pairs.map { "\(OAuthSignature.escape($0.0))=\(OAuthSignature.escape($0.1))" }.joined(separator: "&")
        return "\(Dispatch.root)events/?\(text)"
    }
}

extension Event {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("username", username)
            json.field("node", systemID)
            json.field("hostname", hostname)
            json.field("id", id)
            json.field("level", level.label)
            json.field("created", Timestamp.event(created))
            json.field("type", type)
            json.field("description", description)
        }
    }
}
