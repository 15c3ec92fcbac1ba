import Formats
import MAASRegion

/// What time it is in a region, how it passes, and what is still to happen.
struct ClockReport {
    let now: RegionTime
    let mode: Region.ClockMode
    let due: [DueTransition]

    init(_ state: RegionState) throws {
        now = try state.now
        mode = Region.ClockMode(speed: try state.clock.speed)
        due = try DueTransition.all(state.db)
    }

    /// Milliseconds to the next thing that somebody may wait for; bookkeeping only where there is nothing else.
    var untilNext: Int? {
        (due.first { !$0.isBookkeeping } ?? due.first).map { max(0, $0.due - now) }
    }

    /// - Parameter isWhole: false for the next thing only, and how many there are.
    func write(into json: inout JSONWriter, isWhole: Bool = true) {
        json.object { json in
            json.field("now", Timestamp.iso(now, zoned: true))
            json.field("mode", mode.text)
            json.field("speed", mode.speed)
            if isWhole {
                json.array("due", of: due) { write($1, into: &$0) }
            } else {
                json.field("due_count", due.count { !$0.isBookkeeping })
                json.key("next")
                if let next = due.first(where: { !$0.isBookkeeping }) ?? due.first {
                    write(next, into: &json)
                } else {
                    json.null()
                }
            }
        }
    }

    private func write(_ transition: DueTransition, into json: inout JSONWriter) {
        json.object { json in
            json.field("kind", transition.kind)
            json.field("system_id", transition.systemID)
            json.field("hostname", transition.hostname)
            json.field("at", Timestamp.iso(transition.due, zoned: true))
            json.field("in", Double(transition.due - now) / 1000)
        }
    }
}
