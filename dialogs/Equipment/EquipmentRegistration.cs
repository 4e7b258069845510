using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Adds the capability.</summary>
internal static class EquipmentRegistration
{
    /// <summary>Booking equipment and spaces: book, what is free, one's own bookings, cancel.</summary>
    public static IServiceCollection AddEquipment(this IServiceCollection services)
    {
        services.AddSingleton<EquipmentWords>();
        services.AddSingleton<EquipmentCards>();
        services.AddSingleton<EquipmentAnswers>();
        services.AddSingleton<BookingAnswers>();
        services.AddOutboxMessage<PickUpMessage>();
        services.AddOutboxMessage<ReturnMessage>();
        services.AddOutboxMessage<OverdueMessage>();
        services.AddOutboxMessage<WaitingFreeWords>();
        return services.AddCapability(new Capability(nameof(Equipment), typeof(EquipmentDialog))
        {
            Menu = () => [new MenuEntry(EquipmentStrings.MenuBook, EquipmentStrings.MenuBookExample)],
        });
    }
}
