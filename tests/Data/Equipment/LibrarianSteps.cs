using LibraryBot.Data.Equipment;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>What the librarian does in an <see cref="EquipmentSequence"/>: decides, hands out, takes back, closes and opens.</summary>
internal sealed class LibrarianSteps(EquipmentWeek week, Random random, Action<FormattableString> say)
{
    private readonly List<Closure> _closures = [];
    private readonly int _librarian = week.School.Person("librarian");

    public async Task DecideAsync()
    {
        if (week.Any() is not { } booking)
        {
            return;
        }

        var isApproval = random.Next(3) > 0;
        say($"{(isApproval ? "approve" : "decline")} {booking.Id}");
        var approvals = week.School.Get<Approvals>();
        if (await (isApproval ? approvals.ApproveAsync(booking.Id, _librarian, default) : approvals.DeclineAsync(booking.Id, _librarian, "no", default)) is DecisionOutcome.Decided)
        {
            week.Requested(booking, false);
            if (!isApproval)
            {
                week.Forget(booking);
            }
        }
    }

    public async Task CheckOutAsync()
    {
        // What begins next is most likely fetched.
        if (week.Bookings.Where(each => each.End > week.Now && !week.IsOut(each)).MinBy(each => each.Start) is not { } booking)
        {
            return;
        }

        say($"check out {booking.Id}");
        var isFree = week.IsFreeBefore(booking);
        var outcome = await week.School.Get<CheckOuts>().CheckOutAllAsync(booking.Id, _librarian, default);
        say($"  {outcome.GetType().Name}");
        if (outcome is CheckOutOutcome.CheckedOut)
        {
            Assert.True(isFree, "It was handed out while it is somebody else's.");
            week.Out(booking);
        }
        else if (outcome is CheckOutOutcome.TooEarly && booking.Start <= week.Now.AddHours(1))
        {
            Assert.False(isFree, "It was not handed out, but is free before.");
        }
    }

    public async Task CheckInAsync()
    {
        if (week.Bookings.FirstOrDefault(week.IsOut) is not { } booking)
        {
            return;
        }

        say($"check in {booking.Id}");
        Assert.IsType<CheckInOutcome.CheckedIn>(await week.School.Get<CheckIns>().CheckInAllAsync(booking.Id, _librarian, default));
        week.Back(booking);
    }

    public async Task CloseAsync()
    {
        var item = week.Items()[0];
        var from = At(14 + random.Next(5), 8 + random.Next(8));
        var until = random.Next(4) == 0 ? (DateTimeOffset?)null : from.AddHours(1 + random.Next(30));
        say($"close {item.Quantity} of {item.ResourceId} from {from.UtcDateTime:dd HH:mm} until {until?.UtcDateTime:dd HH:mm}");
        var request = new ClosureRequest(item.ResourceId, _librarian, from, until, "repair") { Quantity = random.Next(2) == 0 ? item.Quantity : null };
        if (await week.School.Get<Closures>().CloseAsync(request, default) is ClosureOutcome.Closed { Closure: var closure })
        {
            _closures.Add(closure);
            closure.Claims.ForEach(claim => week.Model.Close(Owner(closure), claim.StockId, claim.Quantity, from, until));
        }
    }

    public async Task ReopenAsync()
    {
        if (_closures.Count == 0)
        {
            return;
        }

        var closure = _closures[random.Next(_closures.Count)];
        say($"open {closure.ResourceId} again ({closure.Id})");
        if (await week.School.Get<Closures>().ReopenAsync(closure.Id, _librarian, default) is ReopenOutcome.Reopened)
        {
            _closures.Remove(closure);
            week.Model.GiveBack(Owner(closure));
        }
    }

    private static string Owner(Closure closure) => FormattableString.Invariant($"closure {closure.Id}");
}
