import Formats
import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct NotificationModelTests {
    private func add(
        _ state: RegionState, users: Bool = false, admins: Bool = false, dismissable: Bool = true
    ) throws -> Notification {
        let id = try Notification.insert(
            state.db,
            .init(
                ident: nil, userID: nil, users: users, admins: admins, message: "m", context: .object([:]),
                category: "info", dismissable: dismissable))
        return try #require(try Notification.find(state.db, id: id))
    }

    @Test func whatIsDismissedIsGoneForThatUserAlone() throws {
        try TestRegion().region.withState { state in
            let admin = try #require(try User.find(state.db, username: "admin"))
            let user = try #require(try User.all(state.db).first { !$0.isSuperuser && !$0.isSystem })
            let note = try add(state, users: true, admins: true)
            func shows(_ user: User) throws -> Bool {
                try Notification.all(state.db, for: user).contains { $0.id == note.id }
            }
            #expect(try shows(admin) && shows(user))
            try note.dismiss(state.db, by: user)
            try note.dismiss(state.db, by: user)
            #expect(try shows(admin))
            #expect(try !shows(user))
        }
    }

    @Test func whatDoesNotConcernOneOrMustStayIsNotDismissed() throws {
        try TestRegion().region.withState { state in
            let user = try #require(try User.all(state.db).first { !$0.isSuperuser && !$0.isSystem })
            let others = try add(state, admins: true)
            #expect(throws: Refusal.self) { try others.dismiss(state.db, by: user) }
            let firm = try add(state, users: true, dismissable: false)
            #expect(throws: Refusal.self) { try firm.dismiss(state.db, by: user) }
            #expect(try Notification.all(state.db, for: user).contains { $0.id == firm.id })
        }
    }
}
