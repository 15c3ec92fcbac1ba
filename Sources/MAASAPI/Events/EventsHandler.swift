import Addresses
import Formats
import MAASRegion

/// `events/`: what happened to nodes (MAAS: `api/events.py`).
enum EventsHandler {
    package static let resources = [
        Resource(
            "events/", handler: "EventsHandler", tier: .a, "Retrieve filtered node events.",
            [
                .get(
                    "query", "Events of nodes, newest first",
                    parameters: [
                        "hostname": "host name, repeated", "mac_address": "MAC address, repeated",
                        "id": "system id, repeated", "domain": "domain, repeated", "zone": "zone",
                        "pool": "resource pool", "agent_name": "agent name", "owner": "user", "level": "INFO and so on",
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
        let after = try parameters.wholeNumber("after")
        let before = try parameters.wholeNumber("before")
        let limit = try parameters.wholeNumber("limit")
        if limit == nil, parameters.contains("limit") {
            throw Refusal.unexpected("'>' not supported between instances of 'NoneType' and 'int'")
        }
        if let limit, limit.clamped > greatestLimit {
            throw Refusal.invalid("Requested number of events \(limit) is greater than limit: \(greatestLimit)")
        }
        var filter = try filter(context)
        switch (after, before) {
        case (nil, nil): filter.page = .newest
        case (nil, let before?): filter.page = .before(before.clamped)
        case (let after?, nil): filter.page = .after(after.clamped)
        case (_?, _?):
            throw Refusal.invalid(
                "There is undetermined behaviour when both `after` and `before` are specified.")
        }
        let events = try filter.events(
            context.db, for: context.caller(), limit: max(1, limit?.clamped ?? standardLimit))
        let next = events.first.map { String($0.id) } ?? before?.predecessor.description
        let previous = events.last.map { String($0.id) } ?? after?.successor.description
        return Reply.json { json in
            json.object { json in
                json.field("count", events.count)
                json.array("events", of: events) { $1.write(into: &$0) }
                json.field("next_uri", link(context, next.map { ("after", $0) }))
                json.field("prev_uri", previous.map { link(context, ("before", $0)) })
            }
        }
    }

    private static func filter(_ context: Context) throws -> EventFilter {
        let parameters = context.query
        var filter = EventFilter()
        filter.systemIDs = parameters.all("id")
        filter.macAddresses = parameters.all("mac_address")
        let invalid = filter.macAddresses.filter { !MACAddress.isAccepted($0, fromStart: true) }
        guard invalid.isEmpty else {
            throw Refusal.invalid("Invalid MAC address(es): \(invalid.joined(separator: ", "))")
        }
        filter.hostnames = parameters.all("hostname")
        filter.domains = parameters.all("domain")
        filter.zone = parameters["zone"]
        filter.pool = parameters["pool"]
        filter.agentName = parameters["agent_name"]
        filter.username = parameters["owner"]
        if let name = parameters["level"] {
            guard let level = Event.Level.allCases.first(where: { $0.label == name }) else {
                throw Refusal.invalid("Unrecognised log level: \(name)")
            }
            filter.level = level
        }
        return filter
    }

    /// A page's address: of what was sent several times only the last value, in the order of the first.
    private static func link(_ context: Context, _ bound: (String, String)?) -> String {
        var pairs = [("op", "query")]
        for name in context.query.names where repeated.contains(name) && name != "op" {
            pairs.append((name, context.query[name] ?? ""))
        }
        if let bound { pairs.append(bound) }
        let text = pairs.map { "\(quoted($0.0))=\(quoted($0.1))" }.joined(separator: "&")
        return "\(Dispatch.root)events/?\(text)"
    }

    /// Text as Python's `quote_plus` writes it.
    private static func quoted(_ text: String) -> String {
        PercentEncoding.encode(text).replacing("%20", with: "+")
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
