import Dispatch
import Synchronization

/// Every connection there is: idle ones make room for new ones, and whoever is too slow is ended.
final class PeerTable: Sendable {
    private let limits: HTTPServer.Limits
    private struct Peers {
        var all: [ObjectIdentifier: Peer] = [:]
        /// Those that were told to end and have not yet.
        var leaving: Set<ObjectIdentifier> = []

        mutating func end(_ peer: Peer) {
            peer.end()
            leaving.insert(ObjectIdentifier(peer))
        }
    }

    private let peers = Mutex(Peers())
    /// Milliseconds between two looks at the deadlines.
    private static let interval = 250
    // Made once here and cancelled once at the end; Dispatch guards what happens to it in between.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    init(_ limits: HTTPServer.Limits) {
        self.limits = limits
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "http-server.deadlines"))
        timer.schedule(deadline: .now() + .milliseconds(Self.interval), repeating: .milliseconds(Self.interval))
        timer.setEventHandler { [weak self] in self?.endOverdue() }
        timer.resume()
    }

    deinit { timer.cancel() }

    /// A connection was accepted. Beyond the limit the one that has been idle the longest goes.
    func add(_ peer: Peer) {
        peers.withLock { peers in
            if peers.all.count - peers.leaving.count >= limits.connections {
                let now = MonotonicTime.now
                let idle = peers.all.values.compactMap { peer in peer.idle(at: now).map { (peer, $0) } }
                if let oldest = idle.max(by: { $0.1 < $1.1 }) { peers.end(oldest.0) }
            }
            peers.all[ObjectIdentifier(peer)] = peer
        }
    }

    /// Whether more connections are open than the limit allows, so that this one can only be told so.
    var isFull: Bool { peers.withLock { $0.all.count - $0.leaving.count > limits.connections } }

    /// A connection is over; its descriptor is about to be closed.
    func remove(_ peer: Peer) {
        peers.withLock { peers in
            peers.all.removeValue(forKey: ObjectIdentifier(peer))
            peers.leaving.remove(ObjectIdentifier(peer))
        }
    }

    /// Ends the connections that wait for a request.
    func endIdle() {
        let now = MonotonicTime.now
        end { $0.idle(at: now) != nil }
    }

    private func endOverdue() {
        let now = MonotonicTime.now
        end { $0.isOverdue(at: now, limits) }
    }

    private func end(_ isOver: (Peer) -> Bool) {
        peers.withLock { peers in
            for peer in peers.all.values where isOver(peer) { peers.end(peer) }
        }
    }
}
