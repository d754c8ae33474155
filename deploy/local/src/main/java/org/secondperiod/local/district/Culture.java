package org.secondperiod.local.district;

import java.util.List;

/** Made-up names that could stand beside each other on a Bronx class list, and the language the family speaks at home. */
enum Culture {
    DOMINICAN(
            "es",
            List.of(
                    "Yariel",
                    "Dariana",
                    "José",
                    "Génesis",
                    "Wilkin",
                    "Ashley",
                    "Jeremías",
                    "Nayeli",
                    "Brayan",
                    "Lismary", "Yaritza", "Randy", "Massiel", "Emely", "Junior", "Anabel", "Starlin", "Perla", "Edward", "Crismely"),
            List.of(
                    "Rodríguez",
                    "Peña",
                    "Núñez",
                    "de la Cruz",
                    "Almonte",
                    "Castillo",
                    "Taveras",
                    "Santana",
                    "Liriano")),
    PUERTO_RICAN(
            "en",
            List.of("Xavier", "Alondra", "Luis", "Jaslene", "Ángel", "Nashaly", "Adrián", "Kiara", "Javier", "Mía", "Joel", "Bianca", "Héctor", "Yadira", "Ramón", "Lourdes", "Gabriel", "Zulma", "Iván", "Marisol"),
            List.of("Rivera", "Colón", "Ortiz", "Vélez", "Maldonado", "Cruz", "Figueroa", "Quiñones", "Torres")),
    AFRICAN_AMERICAN(
            "en",
            List.of("Malik", "Imani", "Darnell", "Nia", "Terrence", "Aaliyah", "Isaiah", "Kennedy", "Jalen", "Zora", "Marcus", "Jasmine", "Andre", "Ebony", "Tyrell", "Simone", "Devin", "Amara", "Xavion", "Nyla"),
            List.of("Washington", "Freeman", "Brooks", "Coleman", "Gaines", "Hughes", "Booker", "Whitfield", "Tubman")),
    BANGLADESHI(
            "bn",
            List.of("Tasnim", "Rafi", "Nusrat", "Arif", "Sumaiya", "Fahim", "Maliha", "Sadia", "Tanvir", "Jannat", "Rakib", "Farhana", "Nafis", "Tahmina", "Imran", "Anika", "Shakil", "Mehjabin", "Zahid", "Lamia"),
            List.of("Rahman", "Chowdhury", "Begum", "Hossain", "Miah", "Uddin", "Khatun", "Sarker", "Talukder")),
    YEMENI(
            "ar",
            List.of("Yusuf", "Amal", "Hamza", "Noor", "Abdulrahman", "Salma", "Ibrahim", "Huda", "Khaled", "Maryam", "Omar", "Fatima", "Ali", "Aisha", "Bilal", "Reem", "Sami", "Zainab", "Tariq", "Layla"),
            List.of("Al-Sabahi", "Saleh", "Nasser", "Al-Amri", "Mused", "Qasim", "Obad", "Al-Jahmi", "Hadi")),
    WEST_AFRICAN(
            "fr",
            List.of(
                    "Mamadou",
                    "Aïssatou",
                    "Ousmane",
                    "Fatoumata",
                    "Ibrahima",
                    "Mariama",
                    "Cheikh",
                    "Kadiatou",
                    "Seydou",
                    "Awa", "Moussa", "Oumou", "Amadou", "Hawa", "Boubacar", "Néné", "Abdoulaye", "Rokhaya", "Lamine", "Bintou"),
            List.of("Diallo", "Traoré", "Bah", "Camara", "Ndiaye", "Koné", "Sow", "Barry", "Keïta")),
    GHANAIAN(
            "en",
            List.of("Kwame", "Akosua", "Kofi", "Ama", "Yaw", "Abena", "Kojo", "Efua", "Kwabena", "Adwoa", "Kwesi", "Esi", "Nana", "Afia", "Ebo", "Akua", "Fiifi", "Maame", "Kwaku", "Serwaa"),
            List.of("Mensah", "Osei", "Boateng", "Owusu", "Asante", "Appiah", "Darko", "Agyeman", "Ofori")),
    ALBANIAN(
            "en",
            List.of("Arben", "Besa", "Dritan", "Elira", "Genc", "Ilirjana", "Luan", "Mirela", "Rrezarta", "Valon", "Agron", "Drita", "Blerim", "Flutura", "Kujtim", "Lule", "Skender", "Teuta", "Visar", "Zana"),
            List.of("Hoxha", "Gjoni", "Krasniqi", "Berisha", "Lekaj", "Nikolla", "Vuksani", "Çela", "Shala")),
    IRISH(
            "en",
            List.of("Siobhán", "Cian", "Aoife", "Declan", "Niamh", "Ronan", "Maeve", "Conor", "Saoirse", "Eoin", "Brendan", "Clodagh", "Fionn", "Gráinne", "Killian", "Orla", "Padraig", "Róisín", "Tiernan", "Sinéad"),
            List.of(
                    "O'Brien",
                    "Kelly",
                    "McCarthy",
                    "Ó Súilleabháin",
                    "Byrne",
                    "Doyle",
                    "Fitzgerald",
                    "Nolan",
                    "Walsh")),
    VIETNAMESE(
            "en",
            List.of("Minh", "Linh", "Khôi", "Thảo", "Quang", "Ngọc", "Bảo", "Trinh", "Huy", "Mai", "An", "Châu", "Dũng", "Hà", "Kiên", "Lan", "Nam", "Phương", "Sơn", "Vy"),
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ")),
    MEXICAN(
            "es",
            List.of(
                    "Guadalupe",
                    "Emiliano",
                    "Itzel",
                    "Ximena",
                    "Diego",
                    "Citlali",
                    "Leonardo",
                    "Xóchitl",
                    "Mateo",
                    "Frida", "Alejandro", "Brenda", "César", "Daniela", "Erick", "Fernanda", "Iván", "Jimena", "Óscar", "Paola"),
            List.of(
                    "Hernández",
                    "Flores",
                    "Tlapa",
                    "Morales",
                    "Xicohténcatl",
                    "Aguilar",
                    "Romero",
                    "Mendoza",
                    "Cuautle"));

    final String language;
    final List<String> givenNames;
    final List<String> familyNames;

    Culture(String language, List<String> givenNames, List<String> familyNames) {
        this.language = language;
        this.givenNames = givenNames;
        this.familyNames = familyNames;
    }
}
